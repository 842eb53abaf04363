import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { CopyFields } from '@/newsroom/copy-fields'

/** What each field of an article is called, in the order it is read. */
export function copyLabels({ editor: w, versions }: DeskWords): Record<keyof CopyFields, string> {
  return {
    headline: w.headline,
    kicker: w.kicker,
    standfirst: w.standfirst,
    body: w.body,
    bodyFormat: versions.format,
    category: w.category,
    kind: w.kind,
    urgent: w.urgent,
    tags: w.tags,
    byline: w.byline,
    editor: w.editor,
    sourceName: w.sourceName,
    sourceAddress: w.sourceAddress,
    slug: w.slug,
    pictureAddress: `${w.picture} ${w.pictureAddress}`,
    pictureAlt: w.pictureAlt,
    pictureCaption: w.pictureCaption,
    pictureCredit: w.pictureCredit,
  }
}

/** A field's value in words a person reads. */
export function fieldText(
  field: keyof CopyFields,
  value: string | boolean,
  { words, categories }: { words: DeskWords; categories: CategoryName[] },
): string {
  if (typeof value === 'boolean') return value ? words.stale.yes : words.stale.no
  if (field === 'kind') return value === 'flash' ? words.kinds.flash : words.kinds.story
  if (field === 'category') return categories.find(({ slug }) => slug === value)?.name ?? value
  return value
}
