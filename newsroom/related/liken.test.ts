import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import { labelled } from './labelled'
import type { Comparable } from './traits'

const told = judge(
  labelled,
  (one, other) => {
    if (one.twins !== null && one.twins === other.twins) return 'twin'
    if (one.story !== null && one.story === other.story) return 'thread'
    return one.about !== null && one.about === other.about ? 'related' : null
  },
  demonstration(),
)

/** Precision, recall and pairs, when somebody asks for them. */
if (process.env.DIBAO_TEST_FIGURES)
  for (const kind of ['twin', 'story', 'any'] as const)
    console.log(kind, told[kind].precision, told[kind].recall, told[kind].pairs)

describe('Of the pairs that a desk has sorted, the machine', () => {
  it('calls no two reports one that are two, and finds all that are one', () => {
    expect(told.twin.pairs).toBeGreaterThan(10)
    expect(told.twin.precision, told.twin.mistakes.join('\n')).toBe(1)
    expect(told.twin.recall, told.twin.mistakes.join('\n')).toBe(1)
  })
  it('puts into one story what is one', () => {
    expect(told.story.pairs).toBeGreaterThan(40)
    expect(told.story.precision, told.story.mistakes.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(told.story.recall, told.story.mistakes.join('\n')).toBeGreaterThanOrEqual(0.8)
  })
  it('relates what has something to do with each other, and little else', () => {
    expect(told.any.pairs).toBeGreaterThan(60)
    expect(told.any.precision, told.any.mistakes.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(told.any.recall, told.any.mistakes.join('\n')).toBeGreaterThanOrEqual(0.77)
  })
})

/** The demonstration newspaper as what else was published: common words are common in it. */
function demonstration(): Comparable[] {
  const folder = join(import.meta.dirname, '../../content/_posts')
  return readdirSync(folder).map((name, at) => {
    const [, front = '', text = ''] = readFileSync(join(folder, name), 'utf8').split(/^---$/m)
    return {
      id: 10_000 + at,
      publishedAt: new Date(0),
      wireCode: null,
      headline: /^title: *(.*)$/m.exec(front)?.[1] ?? '',
      standfirst: null,
      text,
      tags: [],
      securities: [],
    }
  })
}
