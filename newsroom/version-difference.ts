import { sliceBody } from './body-blocks'
import type { Copy } from './copy'
import { type CopyFields, toFields } from './copy-fields'
import { type Budget, listDifference, newBudget } from './list-difference'
import { readableBlock } from './readable-block'
import { type Stretch, wordDifference } from './word-difference'

/** A paragraph that is not in both versions as it was, or a run of those that are, counted from 1 in the newer version. */
export type BodyRow =
  | { is: 'same'; from: number; to: number; texts: string[] }
  | { is: 'changed'; stretches: Stretch[] }
  /** The words are the same; how they are marked up is not. */
  | { is: 'markup'; text: string }

export type FieldChange = {
  field: Exclude<keyof CopyFields, Running>
  before: string | boolean
  after: string | boolean
}

export type VersionDifference = {
  headline: Stretch[]
  kicker: Stretch[]
  standfirst: Stretch[]
  body: BodyRow[]
  /** The other fields that differ. */
  fields: FieldChange[]
  /** Characters of headline, kicker, standfirst and body, without white space, that came and went. */
  added: number
  removed: number
}

const running = ['headline', 'kicker', 'standfirst', 'body'] as const
type Running = (typeof running)[number]

/** How one version of an article became another, as it is read: paragraph by paragraph, in changed ones word by word, and the other fields beside. */
export function versionDifference(before: Copy, after: Copy): VersionDifference {
  const [old, fresh] = [toFields(before), toFields(after)]
  const [headline, kicker, standfirst] = [
    wordDifference(old.headline, fresh.headline),
    wordDifference(old.kicker, fresh.kicker),
    wordDifference(old.standfirst, fresh.standfirst),
  ]
  const body = bodyDifference(before, after, newBudget())
  const stretches = [headline, kicker, standfirst, ...body.map((row) => (row.is === 'changed' ? row.stretches : []))]
  return {
    headline,
    kicker,
    standfirst,
    body,
    fields: fieldChanges(old, fresh),
    added: lengthOf('after', stretches.flat()),
    removed: lengthOf('before', stretches.flat()),
  }
}

function fieldChanges(before: CopyFields, after: CopyFields): FieldChange[] {
  return (Object.keys(before) as (keyof CopyFields)[]).flatMap((field) =>
    isRunning(field) || before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  )
}

function isRunning(field: keyof CopyFields): field is Running {
  return running.some((one) => one === field)
}

function lengthOf(side: 'before' | 'after', stretches: Stretch[]): number {
  const text = stretches.map((stretch) => (stretch.in === side ? stretch.text : '')).join('')
  return Array.from(text.replace(/\s+/gu, '')).length
}

/** A block as it is compared, and as it is read. */
type Paragraph = { source: string; text: string }

function bodyDifference(before: Copy, after: Copy, budget: Budget): BodyRow[] {
  const [old, fresh] = [paragraphsOf(before), paragraphsOf(after)]
  const rows: BodyRow[] = []
  let at = 0
  const keep = (until: number) => {
    if (until > at)
      rows.push({ is: 'same', from: at + 1, to: until, texts: fresh.slice(at, until).map(({ text }) => text) })
  }
  for (const { buffer1, buffer2 } of listDifference(sources(old), sources(fresh), budget)) {
    const [start, length] = buffer1
    const [from, count] = buffer2
    keep(from)
    rows.push(...changedRows(old.slice(start, start + length), fresh.slice(from, from + count), budget))
    at = from + count
  }
  keep(fresh.length)
  return rows
}

function paragraphsOf({ body, bodyFormat }: Copy): Paragraph[] {
  return sliceBody(body, bodyFormat).map((block) => ({ source: block.source.trim(), text: readableBlock(block) }))
}

function sources(paragraphs: Paragraph[]): string[] {
  return paragraphs.map(({ source }) => source)
}

function changedRows(old: Paragraph[], fresh: Paragraph[], budget: Budget): BodyRow[] {
  return pairs(old, fresh).map(([before, after]) =>
    before && after && before.text === after.text
      ? { is: 'markup', text: after.text }
      : { is: 'changed', stretches: wordDifference(before?.text ?? '', after?.text ?? '', budget) },
  )
}

type Pair = [before: Paragraph | null, after: Paragraph | null]

/** Runs in which more characters than this would be looked at, each old one once for every new paragraph, are paired from the top. */
const mostCompared = 5_000_000
/** Two paragraphs that share fewer of their pairs of characters than this are two paragraphs, not one that was changed. */
const leastAlike = 0.3

/** Which paragraph became which, in order, so that what is most alike stands together; a paragraph without another came or went. */
function pairs(old: Paragraph[], fresh: Paragraph[]): Pair[] {
  const length = old.reduce((sum, { text }) => sum + text.length + 1, 0)
  if (length * fresh.length > mostCompared)
    return Array.from({ length: Math.max(old.length, fresh.length) }, (_, at) => [old[at] ?? null, fresh[at] ?? null])
  const oldBigrams = old.map(bigramsOf)
  const freshBigrams = fresh.map(bigramsOf)
  const alike = oldBigrams.map((one) => freshBigrams.map((other) => likeness(one, other)))
  /** How alike the best pairing of all paragraphs from here on is. */
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(fresh.length + 1))
  const bestAt = (row: number, column: number) => best[row]?.[column] ?? 0
  const paired = (row: number, column: number) => {
    const score = alike[row]?.[column] ?? 0
    return score < leastAlike ? 0 : score + bestAt(row + 1, column + 1)
  }
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      (best[row] ?? [])[column] = Math.max(paired(row, column), bestAt(row + 1, column), bestAt(row, column + 1))
  const out: Pair[] = []
  let row = 0
  let column = 0
  while (row < old.length || column < fresh.length) {
    const [before, after] = [old[row] ?? null, fresh[column] ?? null]
    if (before && after && paired(row, column) > 0 && paired(row, column) >= bestAt(row, column)) {
      out.push([before, after])
      row++
      column++
    } else if (before && (!after || bestAt(row + 1, column) >= bestAt(row, column + 1))) {
      out.push([before, null])
      row++
    } else {
      out.push([null, after])
      column++
    }
  }
  return out
}

function bigramsOf({ text }: Paragraph): Set<string> {
  const letters = Array.from(text.replace(/\s+/gu, ''))
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

/** Dice's coefficient: 0 for nothing in common, 1 for the same. */
function likeness(one: Set<string>, other: Set<string>): number {
  if (one.size + other.size === 0) return 1
  let common = 0
  for (const bigram of one) if (other.has(bigram)) common++
  return (2 * common) / (one.size + other.size)
}
