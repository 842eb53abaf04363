'use client'

import { languages } from '@/messages/languages'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { Fact } from '@/newsroom/site'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { SettingsFacts } from './settings-facts'
import { SettingsField } from './settings-field'
import { SettingsFront } from './settings-front'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** `imprint` and `legal` hold one entry a line. */
export type SettingsFields = {
  version: number
  name: string
  description: string
  /** A BCP 47 tag. */
  language: string
  seal: string
  imprint: string
  legal: string
  facts: Fact[]
  frontCategories: string[]
}

/**
 * What the paper says of itself. Fields: version, name, description, language, seal, imprint, legal,
 * five times factLabel, factValue, factUnit and factNote, and frontCategories in order.
 */
export function SettingsForm({
  action,
  words,
  initial,
  categories,
  mayPush,
}: {
  action: SimpleAction
  words: DeskWords
  initial: SettingsFields
  categories: CategoryName[]
  /** Whether to lead on to which search engines are told. */
  mayPush: boolean
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const saved = state.outcome === 'done' ? (state.version ?? 0) : 0
  const w = words.settings
  return (
    <form className="settings" action={send} ref={keepWords}>
      <input type="hidden" name="version" value={Math.max(saved, initial.version)} />
      <header className="bar">
        <h1>{w.title}</h1>
        <AnswerLine state={state} id="settings-answer" />
        <SubmitButton look="ink push" pending={pending} waiting={w.saving}>
          {w.save}
        </SubmitButton>
      </header>
      <div className="scroll set with-nav">
        <nav aria-label={w.parts}>
          <a href="#settings-site">{w.site}</a>
          <a href="#settings-front">{w.front}</a>
          <a href="#settings-facts">{w.facts}</a>
          <a href="#settings-foot">{w.foot}</a>
          {mayPush && <a href="/admin/settings/push">{words.push.link}</a>}
        </nav>
        <div className="body">
          <section aria-labelledby="settings-site">
            <h2 id="settings-site">{w.site}</h2>
            <p>{w.siteLead}</p>
            <div className="f2">
              <SettingsField name="name" label={w.name} initial={initial.name} required />
              <SettingsField name="seal" label={w.seal} hint={w.sealHint} initial={initial.seal} />
              <SettingsField
                name="description"
                label={w.description}
                hint={w.descriptionHint}
                initial={initial.description}
                wide
              />
              <SettingsField
                name="language"
                label={w.language}
                hint={w.languageHint}
                initial={initial.language}
                // What an old site brought stays a choice, though it has no words of ours.
                choices={{ [initial.language]: initial.language, ...languages }}
              />
            </div>
          </section>
          <section aria-labelledby="settings-front">
            <h2 id="settings-front">{w.front}</h2>
            <p>{w.frontLead}</p>
            <SettingsFront words={words} initial={initial.frontCategories} categories={categories} />
          </section>
          <section aria-labelledby="settings-facts">
            <h2 id="settings-facts">{w.facts}</h2>
            <p>{w.factsLead}</p>
            <SettingsFacts words={words} initial={initial.facts} />
          </section>
          <section aria-labelledby="settings-foot">
            <h2 id="settings-foot">{w.foot}</h2>
            <p>{w.footLead}</p>
            <div className="f2">
              <SettingsField
                name="imprint"
                label={w.imprint}
                hint={w.imprintHint}
                initial={initial.imprint}
                lines={4}
              />
              <SettingsField name="legal" label={w.legal} hint={w.legalHint} initial={initial.legal} lines={4} />
            </div>
          </section>
        </div>
      </div>
    </form>
  )
}
