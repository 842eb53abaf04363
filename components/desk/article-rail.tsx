'use client'

import { useState, type ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { CopyEdit } from './article-text'
import type { CopyFields } from '@/newsroom/copy-fields'
import { PropertyText } from './property-text'

/** Beside the text: what the article is, where it stands, its picture. `children` is what can be taken back. */
export function ArticleRail({
  categories,
  address,
  movePath,
  pictureActs,
  children,
  ...edit
}: CopyEdit & {
  categories: CategoryName[]
  address: string | null
  /** Where who may gives it another address. */
  movePath: string | null
  /** What can be done with its pictures. */
  pictureActs: ReactNode
  children: ReactNode
}) {
  const { words, copy, change, still, wrong } = edit
  const w = words.editor
  const known = categories.some(({ slug }) => slug === copy.category)
  return (
    <aside className="rail" aria-label={w.rail}>
      <section aria-labelledby="rail-properties">
        <h2 id="rail-properties">{w.properties}</h2>
        <div className="props">
          <label htmlFor="copy-category">{w.category}</label>
          <select
            id="copy-category"
            name="category"
            disabled={still}
            value={copy.category}
            onChange={(event) => change({ category: event.target.value })}
            {...saysWrong(wrong, 'category')}
          >
            {!known && <option value={copy.category}>{copy.category || w.categoryNone}</option>}
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
          <label htmlFor="copy-kind">{w.kind}</label>
          <select
            id="copy-kind"
            name="kind"
            disabled={still}
            value={copy.kind}
            onChange={(event) => change({ kind: event.target.value })}
          >
            <option value="story">{words.kinds.story}</option>
            <option value="flash">{words.kinds.flash}</option>
          </select>
          <span className="label">{w.urgent}</span>
          <label className="choice">
            <input
              type="checkbox"
              name="urgent"
              disabled={still}
              checked={copy.urgent}
              onChange={(event) => change({ urgent: event.target.checked })}
              aria-label={w.urgent}
            />
            <span className="qq">{w.urgentHint}</span>
          </label>
          <PropertyText field="tags" label={w.tags} hint={w.tagsHint} {...edit} />
          <PropertyText field="byline" label={w.byline} hint={w.bylineHint} {...edit} />
          <PropertyText field="editor" label={w.editor} hint={w.optional} {...edit} />
          <PropertyText field="sourceName" label={w.sourceName} hint={w.sourceNameHint} {...edit} />
          <PropertyText field="sourceAddress" label={w.sourceAddress} hint={w.sourceAddressHint} kind="url" {...edit} />
          {address ? (
            <FixedAddress words={words} address={address} slug={copy.slug} movePath={movePath} />
          ) : (
            <PropertyText field="slug" label={w.slug} hint={w.slugEmpty} note={w.slugHint} {...edit} />
          )}
        </div>
      </section>
      <section aria-labelledby="rail-picture">
        <h2 id="rail-picture">{w.picture}</h2>
        <Shot address={copy.pictureAddress} broken={w.pictureBroken} />
        {pictureActs}
        <div className="props">
          <PropertyText field="pictureAddress" label={w.pictureAddress} hint="https://" kind="url" {...edit} />
          <PropertyText field="pictureAlt" label={w.pictureAlt} hint={w.pictureAltHint} {...edit} />
          <PropertyText field="pictureCaption" label={w.pictureCaption} hint={w.optional} {...edit} />
          <PropertyText field="pictureCredit" label={w.pictureCredit} hint={w.pictureCreditHint} {...edit} />
        </div>
      </section>
      {children}
    </aside>
  )
}

function FixedAddress({
  words: { editor: w },
  address,
  slug,
  movePath,
}: {
  words: DeskWords
  address: string
  slug: string
  movePath: string | null
}) {
  return (
    <>
      <span className="label">{w.address}</span>
      <div className="fixed-address">
        <input type="hidden" name="slug" value={slug} />
        <a className="word" href={address} target="_blank" rel="noreferrer">
          {pathOf(address)}
        </a>
        <span className="qq">{w.slugFixed}</span>
        {movePath && (
          <a className="word" href={movePath}>
            {w.move}
          </a>
        )}
      </div>
    </>
  )
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address
}

/** The picture itself, where its address is one that can be opened. */
function Shot({ address, broken }: { address: string; broken: string }) {
  const [failed, setFailed] = useState<string | null>(null)
  if (!/^(https?:\/\/.|\/)/.test(address.trim())) return null
  if (failed === address) return <p className="qq">{broken}</p>
  return (
    <img className="shot" src={address.trim()} alt="" referrerPolicy="no-referrer" onError={() => setFailed(address)} />
  )
}

function saysWrong(wrong: keyof CopyFields | undefined, field: keyof CopyFields) {
  return wrong === field ? { 'aria-invalid': true, 'aria-describedby': 'save-line' } : {}
}
