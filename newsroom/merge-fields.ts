import type { CopyFields } from './copy-fields'
import { type BodyPart, joinParts, mergeBody } from './merge-body'

type Field = keyof CopyFields

export type Merge = {
  /** Everything that could be put together; where both changed the same, what is mine. */
  copy: CopyFields
  /** The fields that both changed otherwise. */
  conflicts: Field[]
}

/** Fields that make sense together only: two people's changes of different ones of them are one conflict. */
const groups: Field[][] = [
  ['pictureAddress', 'pictureAlt', 'pictureCaption', 'pictureCredit'],
  ['sourceName', 'sourceAddress'],
]

/**
 * Puts two people's changes of an article together. Fields that only one side changed merge by themselves, tags are added and taken out one by
 * one, the body paragraph by paragraph, where all three are read alike; what both changed otherwise is a conflict, and nothing is chosen for
 * anybody.
 */
export function mergeFields({ base, theirs, mine }: Sides): Merge {
  const copy = { ...mine }
  const conflicts: Field[] = []
  const isTheirs = (field: Field) => !isSame(base[field], theirs[field])
  const isMine = (field: Field) => !isSame(base[field], mine[field])

  for (const field of Object.keys(base) as Field[]) {
    if (field === 'body') mergeBodies()
    if (field === 'body' || field === 'bodyFormat') continue
    if (isSame(theirs[field], mine[field])) continue
    const group = groups.find((names) => names.includes(field)) ?? [field]
    const isBoth = group.some(isTheirs) && group.some(isMine)
    if (!isBoth) {
      if (isTheirs(field)) Object.assign(copy, { [field]: theirs[field] })
    } else if (field === 'tags') copy.tags = mergeTags(base.tags, theirs.tags, mine.tags)
    else conflicts.push(field)
  }
  return { copy, conflicts }

  function mergeBodies(): void {
    if (isSame(theirs.body, mine.body) && theirs.bodyFormat === mine.bodyFormat) return
    if (!isBodyChanged(base, mine)) {
      Object.assign(copy, { body: theirs.body, bodyFormat: theirs.bodyFormat })
      return
    }
    if (!isBodyChanged(base, theirs)) return
    const parts = mergeBodyParts({ base, theirs, mine })
    copy.body = joinParts(parts, mine.bodyFormat, (conflict) => conflict.mine)
    if (parts.some(({ is }) => is === 'conflict')) conflicts.push('body')
  }
}

export type Sides = { base: CopyFields; theirs: CopyFields; mine: CopyFields }

/** The parts that two people's bodies are put together of. HTML and Markdown have no paragraph in common: bodies that are read in two ways are one part. */
export function mergeBodyParts({ base, theirs, mine }: Sides): BodyPart[] {
  const bodies = { base: base.body, theirs: theirs.body, mine: mine.body }
  const isBaseAlike = base.bodyFormat === mine.bodyFormat || base.body.trim() === ''
  if (isBaseAlike && theirs.bodyFormat === mine.bodyFormat) return mergeBody(bodies, mine.bodyFormat)
  if (!isBodyChanged(base, theirs)) return [{ is: 'mine', base: base.body, text: mine.body }]
  if (!isBodyChanged(base, mine)) return [{ is: 'theirs', base: base.body, text: theirs.body }]
  const isAlike = isSame(theirs.body, mine.body) && theirs.bodyFormat === mine.bodyFormat
  return isAlike ? [{ is: 'alike', base: base.body, text: mine.body }] : [{ is: 'conflict', ...bodies }]
}

function isBodyChanged(base: CopyFields, side: CopyFields): boolean {
  return !isSame(base.body, side.body) || base.bodyFormat !== side.bodyFormat
}

/** How a line ends, and white space around it, is no difference. */
export function isSame(one: string | boolean, other: string | boolean): boolean {
  return plain(one) === plain(other)
}

function plain(value: string | boolean): string | boolean {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value
}

function mergeTags(...lines: [base: string, theirs: string, mine: string]): string {
  const [base = [], theirs = [], mine = []] = lines.map(tagsIn)
  const kept = theirs.filter((tag) => mine.includes(tag) || !base.includes(tag))
  return [...kept, ...mine.filter((tag) => !base.includes(tag) && !theirs.includes(tag))].join('、')
}

/** The tags of a line, in their order, each once. */
export function tagsIn(line: string): string[] {
  return [
    ...new Set(
      line
        .split(/[,，、;；]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ]
}
