'use client'

import type { CopyEdit } from './article-text'
import { GrowingText } from './growing-text'
import type { Look } from './use-look'

/** The body: written in one text field, or looked at as readers will get it. */
export function ArticleBody({ words, copy, change, still, wrong, look }: CopyEdit & { look: Look }) {
  const w = words.editor
  return (
    <>
      <div role="tabpanel" id="panel-write" aria-labelledby="tab-write" hidden={look.shown}>
        <GrowingText
          className="bd"
          name="body"
          aria-label={w.body}
          placeholder={w.bodyHint}
          readOnly={still}
          value={copy.body}
          onChange={(event) => change({ body: event.target.value })}
          aria-invalid={wrong === 'body' || undefined}
          aria-describedby={wrong === 'body' ? 'save-line' : undefined}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without anything to focus is itself reached by Tab (ARIA practices) */}
      <div role="tabpanel" id="panel-look" aria-labelledby="tab-look" hidden={!look.shown} tabIndex={0}>
        {look.seen === null && (
          <p className="q" role="status">
            {w.looking}
          </p>
        )}
        {look.seen && 'sentence' in look.seen && (
          <p className="refuse" role="status">
            {look.seen.sentence}
          </p>
        )}
        {look.seen &&
          'html' in look.seen &&
          (look.seen.html ? (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the server cleaned it with the rules readers' pages use
            <div className="preview-body prose" dangerouslySetInnerHTML={{ __html: look.seen.html }} />
          ) : (
            <p className="q">{w.lookEmpty}</p>
          ))}
      </div>
    </>
  )
}
