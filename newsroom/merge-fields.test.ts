import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCopy } from './blank-copy'
import { type CopyFields, toFields } from './copy-fields'
import { mergeBodyParts, mergeFields, tagsIn } from './merge-fields'

const base = toFields(
  blankCopy({ headline: '渡口停航', body: '一。\n\n二。', category: 'bendi', tags: ['渡口', '天气'] }),
)
const merge = (theirs: Partial<CopyFields>, mine: Partial<CopyFields>) =>
  mergeFields({ base, theirs: { ...base, ...theirs }, mine: { ...base, ...mine } })

describe('two people who changed one article', () => {
  it('have both of what they did to different fields', () => {
    const { copy, conflicts } = merge({ headline: '渡口今天停航', urgent: true }, { kicker: '大风' })
    expect(copy).toEqual({ ...base, headline: '渡口今天停航', urgent: true, kicker: '大风' })
    expect(conflicts).toEqual([])
  })
  it('choose where both changed one field, and mine stands till then', () => {
    const { copy, conflicts } = merge({ headline: '他的' }, { headline: '我的' })
    expect([copy.headline, conflicts]).toEqual(['我的', ['headline']])
  })
  it('choose nothing where both did the same', () =>
    expect(merge({ headline: '一样' }, { headline: '一样 ' })).toMatchObject({ conflicts: [] }))
  it('add and take out tags one by one', () => {
    const { copy, conflicts } = merge({ tags: '渡口、澜江' }, { tags: '渡口、天气、大风' })
    expect(tagsIn(copy.tags)).toEqual(['渡口', '澜江', '大风'])
    expect(conflicts).toEqual([])
  })
  it('choose of a picture or a source as a whole', () => {
    const { conflicts } = merge(
      { pictureAddress: '/new.jpg', pictureAlt: '新桥', sourceName: '澜江发布' },
      { pictureCredit: '顾临', sourceAddress: 'https://example.org/a' },
    )
    expect(conflicts.toSorted()).toEqual(
      ['pictureAddress', 'pictureAlt', 'pictureCredit', 'sourceAddress', 'sourceName'].toSorted(),
    )
  })
  it('have both of what they did to different paragraphs, and choose of one', () => {
    const { copy, conflicts } = merge({ body: '一！\n\n二。' }, { body: '一。\n\n二！' })
    expect([copy.body, conflicts]).toEqual(['一！\n\n二！', []])
    const both = merge({ body: '一！\n\n二。' }, { body: '一？\n\n二。' })
    expect([both.copy.body, both.conflicts]).toEqual(['一？\n\n二。', ['body']])
  })
})

describe('two people of whom one changed how the body is read', () => {
  it('have it read so, with the words that go with it, where the other left the body alone', () => {
    const theirs = { body: '<p>一。</p>', bodyFormat: 'html' as const }
    expect(merge(theirs, { headline: '我的' })).toMatchObject({
      copy: { ...theirs, headline: '我的' },
      conflicts: [],
    })
    expect(merge({ headline: '他的' }, theirs).copy).toMatchObject({ ...theirs, headline: '他的' })
  })
  it('choose one body or the other, whole', () => {
    const theirs = { ...base, body: '<p>一。</p>', bodyFormat: 'html' as const }
    const mine = { ...base, body: '一。\n\n二。\n\n三。' }
    const { copy, conflicts } = mergeFields({ base, theirs, mine })
    expect([copy.body, copy.bodyFormat, conflicts]).toEqual([mine.body, 'markdown', ['body']])
    expect(mergeBodyParts({ base, theirs, mine })).toEqual([
      { is: 'conflict', base: base.body, theirs: theirs.body, mine: mine.body },
    ])
  })
})

describe('whatever two people did to an article', () => {
  const text = fc.constantFrom('', '甲', '乙', '甲。\n\n乙。', '甲。\r\n\r\n丙。\r\n', ' 丙 ')
  const tags = fc.constantFrom('', '渡口', '渡口、天气', '天气, 大风')
  const fields = fc
    .record({
      headline: text,
      body: text,
      bodyFormat: fc.constantFrom('markdown' as const, 'markdown' as const, 'html' as const),
      tags,
      urgent: fc.boolean(),
      sourceName: text,
      sourceAddress: text,
      pictureAlt: text,
    })
    .map((changes): CopyFields => ({ ...base, ...changes }))

  it('is to the byte what one of them made where the other did nothing', () =>
    fc.assert(
      fc.property(fields, fields, (start, changed) => {
        const plain = (value: string | boolean) =>
          typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value
        for (const [theirs, mine] of [
          [changed, start],
          [start, changed],
        ] as const) {
          const { copy, conflicts } = mergeFields({ base: start, theirs, mine })
          expect(conflicts).toEqual([])
          // White space around a field, and how its lines end, is nobody's change: either side's is right.
          const isReadOtherwise = changed.bodyFormat !== start.bodyFormat
          for (const name of Object.keys(start) as (keyof CopyFields)[])
            if (name === 'body' && isReadOtherwise) expect(copy.body).toBe(changed.body)
            else expect(copy[name]).toBe(plain(changed[name]) === plain(start[name]) ? mine[name] : changed[name])
        }
      }),
    ))
  it('is the same for both, but for the names and for mine standing until somebody chose', () =>
    fc.assert(
      fc.property(fields, fields, fields, (start, one, other) => {
        const ours = mergeFields({ base: start, theirs: one, mine: other })
        const others = mergeFields({ base: start, theirs: other, mine: one })
        const names = ours.conflicts
        expect(others.conflicts).toEqual(names)
        for (const name of Object.keys(start) as (keyof CopyFields)[]) {
          if (name === 'bodyFormat' ? names.includes('body') : names.includes(name)) continue
          if (name === 'tags') expect(new Set(tagsIn(ours.copy.tags))).toEqual(new Set(tagsIn(others.copy.tags)))
          else expect(words(ours.copy[name])).toEqual(words(others.copy[name]))
        }
      }),
    ))
})

function words(value: string | boolean): string[] {
  return String(value).split(/\s+/).filter(Boolean)
}
