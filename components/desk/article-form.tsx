'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import type { CategoryName } from '@/newsroom/category'
import { ArticleBar } from './article-bar'
import { ArticleBody } from './article-body'
import { ArticleFoot } from './article-foot'
import { ArticleRail } from './article-rail'
import { ArticleHead } from './article-text'
import { ConflictPanel } from './conflict-panel'
import { CopyForWechat, type WechatCopy } from './copy-for-wechat'
import { CopyAddress } from './copy-address'
import type { CopyFields } from '@/newsroom/copy-fields'
import { fill } from './fill'
import type { SaveAction } from './form-state'
import type { Conflict } from './saving/writing'
import { LeadPictureActs } from './lead-picture-acts'
import { type LibraryReach, useLibrary } from './media/use-library'
import { TakeBack } from './take-back'
import { useArticleSave } from './use-article-save'
import { useKeys } from './use-keys'
import { type Preview, useLook } from './use-look'
import { usePresence } from './use-presence'
import { useReady } from './use-ready'

type Form = {
  words: DeskWords
  action: SaveAction
  preview: Preview
  initial: CopyFields
  id: number | null
  version: number
  status: Status
  /** Full URL, where readers can find it. */
  publishedAddress: string | null
  /** Published, but the desk has newer text. */
  ahead: boolean
  categories: CategoryName[]
  may: { publish: boolean; correct: boolean; kill: boolean; move: boolean; spike: boolean }
  staff: { id: number; name: string }
  tellPresence: (id: number) => Promise<string[]>
  readForWechat: (form: FormData) => Promise<WechatCopy>
  library: LibraryReach
  /** Copy that had been set aside is taken up: `initial` is to be put together with the newest. `by` wrote it. */
  takenUp: { conflict: Conflict; by: string } | null
}

/**
 * The editor. Fields are those of CopyFields by name (`urgent` is a checkbox), with `id` (empty when new), `version` and
 * `act`: autosave, save, publish or spike. The action answers with a state and never redirects while words are unsaved.
 */
export function ArticleForm({
  words,
  action,
  preview,
  initial,
  id,
  version,
  status,
  publishedAddress,
  ahead,
  categories,
  may,
  staff,
  tellPresence,
  readForWechat,
  library: libraryReach,
  takenUp,
}: Form) {
  const ready = useReady()
  const save = useArticleSave({
    action,
    initial,
    staffId: staff.id,
    conflict: takenUp?.conflict ?? null,
    standing: { id, version, status, ahead, address: publishedAddress },
  })
  const others = usePresence(save.desk.id, tellPresence)
  const look = useLook(preview, words)
  const library = useLibrary(libraryReach, words)
  const [tools, setTools] = useState<Element | null>(null)
  const saveButton = useRef<HTMLButtonElement>(null)
  const publishButton = useRef<HTMLButtonElement>(null)
  const mergeButton = useRef<HTMLButtonElement>(null)
  const conflictPanel = useRef<HTMLElement>(null)
  const { form, copy, change, desk, answer, trouble, conflict, dirty } = save
  const refused = trouble?.is === 'refused' ? trouble : null
  useKeys(form, { save: saveButton, publish: publishButton, merge: mergeButton })
  useFocusAfter(conflict !== null, form)
  useFieldInNeed(refused?.act === 'autosave' ? undefined : refused?.field, refused, form)

  const fixed = desk.status === 'killed' || desk.status === 'spiked'
  const wrong = refused?.field
  const goToConflict = () => {
    conflictPanel.current?.focus()
    conflictPanel.current?.scrollIntoView({ block: 'start' })
  }
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    if (!conflict) return save.submitted(event)
    event.preventDefault()
    goToConflict()
  }
  const edit = { words, copy, change, still: !ready || fixed, wrong }
  return (
    <>
      <form ref={form} className="desk desk-page ed" onSubmit={submitted} noValidate aria-label={words.editor.fresh}>
        <input type="hidden" name="id" value={desk.id ?? ''} />
        <input type="hidden" name="version" value={desk.version} />
        <ArticleBar
          save={save}
          words={words}
          others={others}
          ready={ready}
          fixed={fixed}
          mayPublish={may.publish}
          goToConflict={goToConflict}
          saveButton={saveButton}
          publishButton={publishButton}
        />
        <main className="left" id="main">
          <div className="write">
            {fixed && (
              <p className="say">{desk.status === 'killed' ? words.editor.killedNote : words.editor.spikedNote}</p>
            )}
            {save.apart !== null && (
              <p className="say">
                {words.stale.apart}{' '}
                <a className="word" href={`/admin/articles/${save.apart}`} target="_blank" rel="noreferrer">
                  {words.stale.goApart}
                </a>
              </p>
            )}
            {save.isRecovered && <p className="say">{words.stale.recovered}</p>}
            {answer?.outcome === 'published' && !dirty && (
              <div className="say" role="group" aria-label={words.editor.addressLabel}>
                <strong>{words.editor.publishedSay}</strong>
                <CopyAddress
                  key={answer.address}
                  address={answer.address}
                  label={words.editor.addressLabel}
                  words={words}
                />
                <a className="btn" href={answer.address} target="_blank" rel="noreferrer">
                  {words.editor.open}
                </a>
              </div>
            )}
            {conflict && (
              <ConflictPanel
                key={conflict.theirVersion}
                words={words}
                conflict={conflict}
                copy={copy}
                categories={categories}
                mineName={
                  takenUp && conflict === takenUp.conflict
                    ? fill(words.stale.aside, { name: takenUp.by })
                    : fill(words.stale.mine, { name: staff.name })
                }
                resolve={save.resolve}
                keepApart={save.keepApart}
                panel={conflictPanel}
                mergeButton={mergeButton}
              />
            )}
            <div className="col">
              <ArticleHead {...edit} />
              <ArticleBody
                {...edit}
                format={copy.bodyFormat}
                look={look}
                tools={tools}
                takePicture={library.take}
                pickPicture={library.pick}
              />
            </div>
          </div>
          <ArticleFoot words={words} copy={copy} format={copy.bodyFormat} look={look} ready={ready} tools={setTools} />
        </main>
        <ArticleRail
          {...edit}
          categories={categories}
          address={desk.address}
          pictureActs={
            <LeadPictureActs
              words={words}
              copy={copy}
              change={change}
              save={() => save.ask('save')}
              still={edit.still}
              pick={library.pick}
              take={library.take}
            />
          }
          movePath={may.move ? `/admin/articles/${desk.id}/address` : null}
        >
          {desk.status === 'published' && (
            <section aria-label={words.related.title}>
              <a className="btn" href={`/admin/articles/${desk.id}/related`}>
                {words.related.open}
              </a>
            </section>
          )}
          <section aria-label={words.wechat.copy}>
            <CopyForWechat words={words} read={() => readForWechat(new FormData(form.current ?? undefined))} />
          </section>
          <TakeBack words={words} desk={desk} may={may} ready={ready} />
        </ArticleRail>
      </form>
      {library.window}
    </>
  )
}

/** Puts the caret where a refusal points. */
function useFieldInNeed(
  field: keyof CopyFields | undefined,
  state: unknown,
  form: { current: HTMLFormElement | null },
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new refusal moves the caret, also one of the same field
  useEffect(() => {
    if (!field) return
    const place = form.current?.querySelector<HTMLElement>(`[data-field="${field}"] [role="textbox"]`)
    const element = place ?? form.current?.elements.namedItem(field)
    if (element instanceof HTMLElement) element.focus()
  }, [field, state, form])
}

/** Once a conflict is over, the focus goes back to where it was when the conflict came. */
function useFocusAfter(isConflict: boolean, form: { current: HTMLFormElement | null }) {
  useEffect(() => {
    if (!isConflict) return
    const before = document.activeElement
    const headline = form.current?.elements.namedItem('headline')
    return () => {
      if (document.activeElement !== document.body) return
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
      const place = isThere ? before : headline
      if (place instanceof HTMLElement) place.focus()
    }
  }, [isConflict, form])
}
