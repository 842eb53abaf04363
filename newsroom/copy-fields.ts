import type { BodyFormat, Copy } from './copy'

/** An article's copy as the editor's form holds it: all words, as typed. */
export type CopyFields = {
  kind: string
  headline: string
  kicker: string
  standfirst: string
  body: string
  /** How the body is to be read: said with every save, since the words alone do not tell. */
  bodyFormat: BodyFormat
  category: string
  tags: string
  sourceName: string
  sourceAddress: string
  byline: string
  editor: string
  urgent: boolean
  slug: string
  pictureAddress: string
  pictureAlt: string
  pictureCaption: string
  pictureCredit: string
}

/** Copy as the form shows it. */
export function toFields(copy: Copy): CopyFields {
  return {
    kind: copy.kind,
    headline: copy.headline,
    kicker: copy.kicker ?? '',
    standfirst: copy.standfirst ?? '',
    body: copy.body,
    bodyFormat: copy.bodyFormat,
    category: copy.category,
    tags: copy.tags.join('、'),
    sourceName: copy.source?.name ?? '',
    sourceAddress: copy.source?.address ?? '',
    byline: copy.byline ?? '',
    editor: copy.editor ?? '',
    urgent: copy.urgent,
    slug: copy.slug ?? '',
    pictureAddress: copy.picture?.address ?? '',
    pictureAlt: copy.picture?.alt ?? '',
    pictureCaption: copy.picture?.caption ?? '',
    pictureCredit: copy.picture?.credit ?? '',
  }
}
