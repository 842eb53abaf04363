'use client'

import type { ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'
import type { RelatedAct } from '@/newsroom/related/decide'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { RelatedRows, type ShownRelated } from './related-rows'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

type Decided = { by: string; at: string }

/** What an article has to do with others (相关与线索), each with what the desk may say of it. Fields of each form: id, version, act, other. */
export function RelatedPanel({
  words,
  id,
  version,
  decide,
  held,
  reports,
  twins,
  found,
  pins,
  bans,
  search,
  results,
}: {
  words: DeskWords
  id: number
  version: number
  /** Null for who may only look. */
  decide: SimpleAction | null
  held: Decided | null
  reports: ShownRelated[]
  twins: ShownRelated[]
  found: ShownRelated[]
  pins: ShownRelated[]
  bans: ShownRelated[]
  search: ReactNode
  /** What was looked for and found; null where nothing was. */
  results: ShownRelated[] | null
}) {
  const w = words.related
  const [state, send, pending] = useSimpleAction(decide ?? refuse, words)
  const button = (act: RelatedAct, name: string, label?: string, other?: number) =>
    decide && (
      <form key={act} action={send}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="act" value={act} />
        {other === undefined ? null : <input type="hidden" name="other" value={other} />}
        <SubmitButton look="small" pending={pending} label={label}>
          {name}
        </SubmitButton>
      </form>
    )
  const on = (act: RelatedAct, name: string, label: string) => (one: ShownRelated) =>
    button(act, name, fill(label, { headline: one.headline }), one.id)
  const pin = on('pin', w.pin, w.pinOf)
  const ban = on('ban', w.ban, w.banOf)
  return (
    <div className="scroll related-panel">
      <p className="q">{w.lead}</p>
      <AnswerLine state={state} id="related-answer" />
      <div className="halves">
        <div>
          <section aria-labelledby="related-story">
            <h2 id="related-story">{w.story}</h2>
            <RelatedRows rows={reports} none={w.storyNone} words={words} />
            <div className="row">
              {reports.length > 0 || held ? (
                <span className="qq">{held ? fill(w.heldBy, held) : w.machine}</span>
              ) : null}
              {reports.length > 0 && button('split', w.split)}
              {held && button('release', w.release)}
            </div>
          </section>
          <section aria-labelledby="related-twins">
            <h2 id="related-twins">{w.twins}</h2>
            <RelatedRows rows={twins} none={w.twinsNone} words={words} acts={on('differ', w.notTwin, w.notTwinOf)} />
          </section>
          {bans.length > 0 && (
            <section aria-labelledby="related-bans">
              <h2 id="related-bans">{w.bans}</h2>
              <RelatedRows rows={bans} none="" words={words} acts={on('unban', w.unban, w.unbanOf)} />
            </section>
          )}
        </div>
        <div>
          <section aria-labelledby="related-pins">
            <h2 id="related-pins">{w.pins}</h2>
            <RelatedRows rows={pins} none={w.pinsNone} words={words} acts={on('unpin', w.unpin, w.unpinOf)} />
          </section>
          <section aria-labelledby="related-found">
            <h2 id="related-found">{w.found}</h2>
            <RelatedRows rows={found} none={w.foundNone} words={words} acts={(one) => [pin(one), ban(one)]} />
          </section>
          <section aria-labelledby="related-search">
            <h2 id="related-search">{w.search}</h2>
            {search}
            {results && (
              <RelatedRows
                rows={results}
                none={w.searchNone}
                words={words}
                acts={(one) => [on('join', w.join, w.joinOf)(one), pin(one)]}
              />
            )}
          </section>
        </div>
      </div>
    </div>
  )
}

/** Stands where there is no form to send. */
const refuse: SimpleAction = async (state) => state
