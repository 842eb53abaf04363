import type { Element } from 'hast'
import { toString as textIn } from 'hast-util-to-string'
import { type ListLabel, readLabel } from './list-label'
import { styleOf } from './style-of'
import { makeList, toItem } from './to-list'

/** A paragraph that Word means as an item of a list: `mso-list: l0 level2 lfo1`. */
export type WordItem = {
  readonly list: string
  readonly level: number
  readonly label: ListLabel
  readonly blocks: readonly Element[]
}

/** Which list of its file a paragraph belongs to, how deep, and under what label; null for one that is no item. */
export function wordPlace(paragraph: Element): Omit<WordItem, 'blocks'> | null {
  if (paragraph.tagName !== 'p') return null
  const said = /^(l\d+)\s+level(\d)\b/.exec(styleOf(paragraph).get('mso-list') ?? '')
  if (!said) return null
  return { list: said[1] ?? '', level: Number(said[2]), label: readLabel(labelIn(paragraph)) }
}

/** Whether this is the label that Word writes before an item for readers that know no lists of its kind. */
export function isLabel(element: Element): boolean {
  return styleOf(element).get('mso-list') === 'ignore'
}

/** Puts neighbouring items into lists, each below the item before that is less deep. Other blocks stay where they are. */
export function nestItems(blocks: readonly (Element | WordItem)[]): Element[] {
  const nested: Element[] = []
  let run: WordItem[] = []
  for (const block of blocks) {
    if (!('type' in block)) {
      run.push(block)
      continue
    }
    nested.push(...toLists(run), block)
    run = []
  }
  return [...nested, ...toLists(run)]
}

function toLists(items: readonly WordItem[]): Element[] {
  const runs: WordItem[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run?.[0] && standsIn(run[0], item)) run.push(item)
    else runs.push([item])
  }
  return runs.map(toOneList)
}

/** Whether an item goes on with the list that another began, or stands below one of its items. */
function standsIn(first: WordItem, item: WordItem): boolean {
  if (item.level !== first.level) return item.level > first.level
  return item.list === first.list && item.label.kind === first.label.kind
}

function toOneList(run: readonly WordItem[]): Element {
  const items: { blocks: readonly Element[]; deeper: WordItem[] }[] = []
  for (const item of run) {
    const last = items.at(-1)
    if (last && item.level > (run[0]?.level ?? 0)) last.deeper.push(item)
    else items.push({ blocks: item.blocks, deeper: [] })
  }
  const label = run[0]?.label
  return makeList(
    label?.kind ?? 'ul',
    label?.kind === 'ol' ? label.number : 1,
    items.map(({ blocks, deeper }) => toItem([...blocks, ...toLists(deeper)])),
  )
}

function labelIn(element: Element): string {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const found = isLabel(child) ? textIn(child) : labelIn(child)
    if (found !== '') return found
  }
  return ''
}
