import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { CopyFields } from '@/newsroom/copy-fields'

/** What each field of an article is called, in the order it is read. */
export function copyLabels({ editor: w }: DeskWords): Record<keyof CopyFields, string> {
  return {
    headline: w.headline,
    kicker: w.kicker,
    standfirst: w.standfirst,
    body: w.body,
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

/** The fields in which two versions differ; how a line ends is not a difference. */
export function fieldsThatDiffer(theirs: CopyFields, mine: CopyFields): (keyof CopyFields)[] {
  return fieldOrder.filter((field) => plain(theirs[field]) !== plain(mine[field]))
}

/** A field's value in words a person reads. */
export function fieldText(
  copy: CopyFields,
  field: keyof CopyFields,
  words: DeskWords,
  categories: CategoryName[],
): string {
  if (field === 'urgent') return copy.urgent ? words.stale.yes : words.stale.no
  if (field === 'kind') return copy.kind === 'flash' ? words.kinds.flash : words.kinds.story
  if (field === 'category') return categories.find(({ slug }) => slug === copy.category)?.name ?? copy.category
  return copy[field]
}

const fieldOrder: (keyof CopyFields)[] = [
  'headline',
  'kicker',
  'standfirst',
  'body',
  'category',
  'kind',
  'urgent',
  'tags',
  'byline',
  'editor',
  'sourceName',
  'sourceAddress',
  'slug',
  'pictureAddress',
  'pictureAlt',
  'pictureCaption',
  'pictureCredit',
]

function plain(value: string | boolean): string | boolean {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value
}
