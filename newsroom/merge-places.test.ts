import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCopy } from './blank-copy'
import { type CopyFields, toFields } from './copy-fields'
import { mergeFields } from './merge-fields'
import { copyOfPlaces, type MergePlace, mergePlaces } from './merge-places'

const base = toFields(
  blankCopy({ headline: '渡口停航', body: '一。\n\n二。\n\n三。\n\n四。', category: 'bendi', tags: ['渡口', '天气'] }),
)
const sides = (theirs: Partial<CopyFields>, mine: Partial<CopyFields>) => ({
  base,
  theirs: { ...base, ...theirs },
  mine: { ...base, ...mine },
})
const places = (theirs: Partial<CopyFields>, mine: Partial<CopyFields>) => mergePlaces(sides(theirs, mine))
const told = (all: MergePlace[]) => all.map(({ is, field }) => `${field} ${is}`)

describe('the places that two people have in hand', () => {
  it('are the fields that anybody changed, and the whole body from its top where anybody did', () => {
    const all = places(
      { headline: '他的', tags: '渡口、澜江', standfirst: '导语', body: '一！\n\n二。\n\n三。\n\n四，他。' },
      {
        headline: '我的',
        tags: '渡口、天气、大风',
        urgent: true,
        standfirst: '导语 ',
        body: '一。\n\n二。\n\n三？\n\n四，我。',
      },
    )
    expect(told(all)).toEqual([
      'headline conflict',
      'standfirst alike',
      'tags both',
      'urgent mine',
      'body theirs',
      'body same',
      'body mine',
      'body conflict',
    ])
    expect(all.find(({ field }) => field === 'tags')).toMatchObject({ result: '渡口、澜江、大风' })
    expect(all.filter(({ is, field }) => is === 'same' && field === 'body')).toMatchObject([{ count: 1 }])
    expect(all.at(-1)).toMatchObject({ base: '四。', theirs: '四，他。', mine: '四，我。' })
  })
  it('are none where nobody changed anything but white space', () =>
    expect(places({ headline: '渡口停航 ' }, { body: `${base.body}\n` })).toEqual([]))
  it('count the paragraphs that nobody touched', () =>
    expect(places({ body: '一！\n\n二。\n\n三。\n\n四。' }, {}).at(-1)).toMatchObject({ is: 'same', count: 3 }))
  it('have names of their own', () => {
    const keys = places({ body: '一！\n\n二。\n\n三！\n\n四。' }, { headline: '我的' }).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the copy that the places make', () => {
  const value = fc.constantFrom(
    '',
    '一。',
    '一。\n\n二。',
    '一！\n\n二。\n\n三。',
    '二。\n\n五。',
    '一。\n\n二？\n\n四。',
    '渡口、澜江',
  )
  const some = fc.record(
    { headline: value, body: value, tags: value, sourceName: value, sourceAddress: value, urgent: fc.boolean() },
    { requiredKeys: [] },
  )
  it('is what the merge makes, where mine is chosen of everything', () =>
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.constantFrom('markdown' as const, 'html' as const),
        (one, two, three, format) => {
          const all = {
            base: { ...base, ...one, bodyFormat: format },
            theirs: { ...base, ...two, bodyFormat: format },
            mine: { ...base, ...three, bodyFormat: format },
          }
          const merged = copyOfPlaces(mergePlaces(all), all, ({ mine }) => mine)
          const expected = mergeFields(all).copy
          for (const field of Object.keys(base) as (keyof CopyFields)[])
            expect(plain(merged[field]), field).toEqual(plain(expected[field]))
        },
      ),
      { numRuns: 500 },
    ))
  it('is read as what was chosen is, where the two bodies are read in two ways', () => {
    const all = sides({ body: '<p>他。</p>', bodyFormat: 'html' }, { body: '我。' })
    const chosen = (choose: (place: { theirs: unknown; mine: unknown }) => unknown) =>
      copyOfPlaces(mergePlaces(all), all, (place) => String(choose(place)))
    expect(chosen(({ theirs }) => theirs)).toMatchObject({ body: '<p>他。</p>', bodyFormat: 'html' })
    expect(chosen(({ mine }) => mine)).toMatchObject({ body: '我。', bodyFormat: 'markdown' })
    expect(chosen(({ theirs, mine }) => `${theirs}\n\n${mine}`)).toMatchObject({ bodyFormat: 'markdown' })
  })
  it('has everything of theirs and of mine where both are kept', () => {
    const all = sides({ body: '一，他。\n\n二。\n\n三。\n\n四。' }, { body: '一，我。\n\n二。\n\n三。\n\n四！' })
    const kept = copyOfPlaces(mergePlaces(all), all, ({ theirs, mine }) => `${String(theirs).trimEnd()}\n\n${mine}`)
    expect(kept.body).toBe('一，他。\n\n一，我。\n\n二。\n\n三。\n\n四！')
  })
})

function plain(value: string | boolean) {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value
}
