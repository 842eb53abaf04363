'use client'

import dynamic from 'next/dynamic'
import type { BodyFormat } from '@/newsroom/copy'
import type { CopyEdit } from './article-text'
import type { BodyEditorProps } from './editor/body-editor'
import { GrowingText } from './growing-text'
import type { Look } from './use-look'

/** The editor is large, and the page is there before it: until it has come, the body can be read. */
const BodyEditor = dynamic<BodyEditorProps>(
  () => import('./editor/body-editor').then((loaded) => ({ default: loaded.BodyEditor })),
  { ssr: false, loading: () => null },
)

type Body = CopyEdit & {
  look: Look
  format: BodyFormat
  tools: Element | null
} & Pick<BodyEditorProps, 'takePicture' | 'pickPicture'>

/** The body: written as it will read, written as its source, or looked at as readers will get it. The form sends the source. */
export function ArticleBody({ words, copy, change, still, wrong, look, format, tools, ...library }: Body) {
  const w = words.editor
  const said = wrong === 'body' ? 'save-line' : undefined
  return (
    <>
      <input type="hidden" name="body" value={copy.body} />
      <input type="hidden" name="bodyFormat" value={format} />
      <div
        role="tabpanel"
        id="panel-write"
        aria-labelledby="tab-write"
        hidden={look.view !== 'write'}
        data-field="body"
      >
        <BodyEditor
          {...library}
          key={format}
          body={copy.body}
          format={format}
          onChange={(body) => change({ body })}
          still={still}
          words={words}
          label={w.body}
          wrong={said}
          tools={look.view === 'write' ? tools : null}
        />
      </div>
      <div role="tabpanel" id="panel-source" aria-labelledby="tab-source" hidden={look.view !== 'source'}>
        {look.view === 'source' && (
          <GrowingText
            className="bd source"
            aria-label={w.sourceLabel}
            placeholder={w.sourceHint}
            spellCheck={false}
            readOnly={still}
            value={copy.body}
            onChange={(event) => change({ body: event.target.value })}
            aria-invalid={wrong === 'body' || undefined}
            aria-describedby={said}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without anything to focus is itself reached by Tab (ARIA practices) */}
      <div role="tabpanel" id="panel-look" aria-labelledby="tab-look" hidden={look.view !== 'look'} tabIndex={0}>
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
