'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import { CopyAddress } from './copy-address'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { previewDays } from '@/newsroom/share-preview'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** `at` and `until` are times as shown; `link` names it to the server and opens nothing. */
export type ShownLink = { link: string; by: string; at: string; until: string }

/** Links that show a draft to people without an account: makes one, shows it once, and takes others back. */
export function PreviewLinks({
  words,
  id,
  links,
  besides,
  make,
  revoke,
}: {
  words: DeskWords
  id: number
  links: ShownLink[]
  /** How many open that are not listed. */
  besides: number
  /** Null for somebody who may only take back. */
  make: SimpleAction | null
  revoke: SimpleAction
}) {
  const w = words.preview
  const [revoked, sendRevoke, revoking] = useSimpleAction(revoke, words)
  return (
    <div className="strangers-pane">
      <p className="q">{make ? w.strangersLead : w.revokeOnly}</p>
      {make && <MakeLink words={words} id={id} make={make} />}
      <h2 className="label">{w.links}</h2>
      {links.length === 0 && <p className="qq">{w.noLinks}</p>}
      <ul className="links">
        {links.map(({ link, by, at, until }) => (
          <li key={link}>
            <span>{fill(w.madeBy, { by, at })}</span>
            <span className="qq">{fill(w.until, { at: until })}</span>
            <form action={sendRevoke}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="link" value={link} />
              <SubmitButton look="small bare" pending={revoking} label={fill(w.revokeOf, { by, at })}>
                {w.revoke}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      {besides > 0 && <p className="qq">{fill(w.besides, { count: besides })}</p>}
      <AnswerLine state={revoked} />
    </div>
  )
}

function MakeLink({ words, id, make }: { words: DeskWords; id: number; make: SimpleAction }) {
  const w = words.preview
  const [made, sendMake, making] = useSimpleAction(make, words)
  return (
    <form className="line-form" action={sendMake}>
      <input type="hidden" name="id" value={id} />
      <div className="field">
        <label htmlFor="preview-days">{w.days}</label>
        <select id="preview-days" name="days" defaultValue="7" aria-describedby="preview-answer">
          {previewDays.map((count) => (
            <option key={count} value={count}>
              {fill(w.dayCount, { count })}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton look="ink" pending={making} waiting={w.making}>
        {w.make}
      </SubmitButton>
      <AnswerLine state={made} id="preview-answer" />
      {made.outcome === 'done' && made.address && (
        <div className="slip">
          <CopyAddress key={made.address} address={made.address} label={w.link} words={words} />
        </div>
      )}
    </form>
  )
}
