import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'
import { type BodyPart, joinBoth, joinParts, mergeBody } from './merge-body'

type Three = { base: string; theirs: string; mine: string }

const three = ({ base, theirs, mine }: Record<keyof Three, string[]>): Three => ({
  base: base.join('\n\n'),
  theirs: theirs.join('\n\n'),
  mine: mine.join('\n\n'),
})
const merge = (given: Three, format: BodyFormat = 'markdown') => {
  const parts = mergeBody(given, format)
  return joinParts(parts, format, ({ theirs, mine }) => `[${theirs.trim()}|${mine.trim()}]`)
}
/** What the parts say one of the three had. */
const sideOf = (parts: BodyPart[], side: keyof Three) =>
  parts
    .map((part) => {
      if (part.is === 'same') return part.text
      if (part.is === 'conflict') return part[side]
      return side === 'base' || (part.is !== side && part.is !== 'alike') ? part.base : part.text
    })
    .join('')
const blocksOf = (body: string, as: BodyFormat) => sliceBody(body, as).map(({ source }) => source.trim())
/** What shows of each block. */
const coresOf = (body: string, as: BodyFormat = 'markdown') =>
  sliceBody(body, as)
    .map(({ source, from, to }) => source.slice(from, to).trim())
    .filter(Boolean)
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

describe('two people who changed one body', () => {
  it('have both of what they did to different paragraphs', () =>
    expect(
      merge(
        three({ base: ['一。', '二。', '三。'], theirs: ['一！', '二。', '三。'], mine: ['一。', '二。', '三！'] }),
      ),
    ).toBe('一！\n\n二。\n\n三！'))
  it('have both though the paragraphs stand side by side', () =>
    expect(merge(three({ base: ['一。', '二。'], theirs: ['一！', '二。'], mine: ['一。', '二！'] }))).toBe(
      '一！\n\n二！',
    ))
  it('choose where both changed one paragraph', () =>
    expect(merge(three({ base: ['一。', '二。'], theirs: ['一！', '二。'], mine: ['一？', '二。'] }))).toBe(
      '[一！|一？]\n\n二。',
    ))
  it('choose where one changed what the other took out', () =>
    expect(merge(three({ base: ['一。', '二。'], theirs: ['二。'], mine: ['一？', '二。'] }))).toBe('[|一？]\n\n二。'))
  it('choose where both put something in at one place', () =>
    expect(merge(three({ base: ['一。'], theirs: ['一。', '他。'], mine: ['一。', '我。'] }))).toBe(
      '一。\n\n[他。|我。]',
    ))
  it('choose nothing where both did the same', () =>
    expect(merge({ base: '一。\n\n二。', theirs: '一！\n\n二。', mine: '一！ \n\n二。' })).toBe('一！\n\n二。'))
  it('keep a paragraph put in beside one that was changed', () =>
    expect(merge(three({ base: ['一。', '二。'], theirs: ['一。', '新。', '二。'], mine: ['一。', '二！'] }))).toBe(
      '一。\n\n新。\n\n二！',
    ))
  it('merge HTML by its elements', () =>
    expect(
      merge(
        { base: '<p>一。</p><p>二。</p>', theirs: '<p>一！</p><p>二。</p>', mine: '<p>一。</p><p>二！</p>' },
        'html',
      ),
    ).toBe('<p>一！</p><p>二！</p>'))
  it('leave a list its indent, so that its lines stay beside each other', () =>
    expect(
      merge({
        base: '一。\n\n  - 甲\n  - 乙\n\n二。',
        theirs: '  - 甲\n  - 乙\n\n二。',
        mine: '一。\n\n  - 甲\n  - 乙\n\n二！',
      }),
    ).toBe('  - 甲\n  - 乙\n\n二！'))
})

describe('paragraphs of different hands', () => {
  const join = (texts: string[]) =>
    joinParts(
      texts.map((text, at) => (at % 2 === 0 ? { is: 'same', text } : { is: 'mine', base: '', text })),
      'markdown',
      () => '',
    )
  it('are kept apart by an empty line', () => {
    expect(join(['一。', '二。', '三。'])).toBe('一。\n\n二。\n\n三。')
    expect(join(['一。\n', '二。\n \n', '三。\n'])).toBe('一。\n\n二。\n \n三。\n')
    expect(join(['一。\r\n\r\n', '二。\n　\n', '三。'])).toBe('一。\r\n\r\n二。\n　\n\n三。')
  })
  it('stand as they are where one of them says nothing', () => expect(join(['一。', '', '三。'])).toBe('一。\n\n三。'))
  it('are joined in a moment, however many there are', () => {
    const begun = performance.now()
    expect(join(Array.from({ length: 20_000 }, (_, at) => `第${at}段，船都在港里等。\n`))).toContain('\n\n第19999段')
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

describe('a paragraph of which both versions are kept', () => {
  it.each<[string, BodyFormat, string, string, string]>([
    ['as two paragraphs', 'markdown', '他的。\n\n', '我的。', '他的。\n\n我的。'],
    ['as two elements', 'html', '<p>他的。</p>', '<p>我的。</p>', '<p>他的。</p>\n\n<p>我的。</p>'],
    [
      'with the words of one apart from the other’s where neither has an element',
      'html',
      '他的。',
      '我的。',
      '他的。\n\n我的。',
    ],
    ['as two lists', 'markdown', '- 他的\n', '- 我的\n', '- 他的\n\n<!-- -->\n\n- 我的\n'],
    ['as the one where the other took it out', 'markdown', '', '我的。\n\n', '我的。\n\n'],
    ['as the other', 'markdown', '他的。\n\n', '', '他的。\n\n'],
  ])('stands %s', (_, format, theirs, mine, both) => expect(joinBoth({ theirs, mine }, format)).toBe(both))
})

describe('blocks of different hands that would run into each other', () => {
  const beside = (mine: string, theirs: string) =>
    three({ base: ['一。', '二。'], mine: [mine, '二。'], theirs: ['一。', theirs] })
  it.each([
    ['raw HTML and words', '<div>甲</div>', '乙'],
    ['words in raw HTML and words', '<p>甲</p>\n乙', '丙'],
    ['words and raw HTML', '甲', '<div>乙</div>'],
    ['two elements', '<p>甲</p>', '<p>乙</p>'],
    ['two paragraphs', '甲', '乙'],
    ['two quotations', '> 甲', '> 乙'],
    ['two lists', '- 甲', '- 乙'],
    ['a list and a numbered one', '- 甲', '1. 乙'],
    ['a list and code set in', '- 甲', '    乙'],
    ['two stretches of code', '    甲', '    乙'],
    ['a closed fence and words', '```\n甲\n```', '乙'],
    ['a footnote and code', '[^1]: 甲', '    乙'],
    ['a heading and words', '# 甲', '乙'],
    ['a table and words', '|甲|\n|-|\n|乙|', '丙'],
  ])('stay two: %s', (_, mine, theirs) => {
    const given = beside(mine, theirs)
    expect(mergeBody(given, 'markdown').filter(({ is }) => is === 'conflict')).toEqual([])
    expect(coresOf(merge(given))).toEqual([...coresOf(mine), ...coresOf(theirs)])
  })
  it.each([
    ['a fence that is never closed', '```\n甲', '乙'],
    ['code that is never closed', '<pre>\n甲', '乙'],
  ])('are chosen between where nothing parts them: %s', (_, mine, theirs) => {
    const base = '一。'
    const given = { base, mine, theirs: `${base}\n\n${theirs}` }
    expect(mergeBody(given, 'markdown')).toEqual([{ is: 'conflict', base, mine, theirs: `${base}\n\n${theirs}` }])
  })
  it('are there after a comment that is never closed', () =>
    expect(coresOf(merge({ base: '一。', mine: '<!-- 甲', theirs: '一。\n\n乙' }))).toEqual(['乙']))
  it('are chosen between where one took out what parted the other’s', () => {
    const given = { base: '<p>一。</p><p>二。</p>', mine: '<p>二。</p>', theirs: '甲<p>一。</p>乙<p>二。</p>' }
    expect(mergeBody(given, 'html')).toEqual([
      { is: 'conflict', base: '<p>一。</p>', theirs: '甲<p>一。</p>乙', mine: '' },
      { is: 'same', text: '<p>二。</p>' },
    ])
  })
  it('stay two in HTML, or are chosen between', () => {
    const base = '<p>一。</p><p>二。</p>'
    expect(merge({ base, mine: '<p>甲</p><p>二。</p>', theirs: '<p>一。</p>乙' }, 'html')).toBe('<p>甲</p>乙')
    const loose = { base, mine: '甲<p>二。</p>', theirs: '<p>一。</p>乙' }
    expect(mergeBody(loose, 'html').map(({ is }) => is)).toEqual(['conflict'])
  })
})

describe('whatever two people did to a body', () => {
  const paragraph = fc.constantFrom('一。', '二。', '三。', '四。', '# 题', '- 甲\n- 乙', '> 引', '    码', '<p>段</p>')
  const paragraphs = fc.array(paragraph, { maxLength: 7 })
  const spaced = fc.tuple(paragraphs, fc.constantFrom('\n\n', '\n\n\n')).map(([all, gap]) => all.join(gap))
  const body = fc.oneof(
    spaced,
    paragraphs.map((all) => all.join('\n')),
  )
  const bodies = fc.record({ base: body, theirs: body, mine: body })
  const format = fc.constantFrom<BodyFormat>('markdown', 'html')

  it('loses nothing of either, nor of what both began with', () =>
    fc.assert(
      fc.property(bodies, format, (given, as) => {
        const parts = mergeBody(given, as)
        expect(sideOf(parts, 'base')).toBe(given.base)
        for (const side of ['theirs', 'mine'] as const)
          expect(wordsOf(sideOf(parts, side)).join('')).toBe(wordsOf(given[side]).join(''))
      }),
    ))
  it('is the same for both, but for the names', () =>
    fc.assert(
      fc.property(bodies, format, (given, as) => {
        const swapped = mergeBody({ base: given.base, theirs: given.mine, mine: given.theirs }, as)
        const named = swapped.map((part): BodyPart => {
          if (part.is === 'conflict') return { ...part, theirs: part.mine, mine: part.theirs }
          return part.is === 'same' || part.is === 'alike'
            ? part
            : { ...part, is: part.is === 'mine' ? 'theirs' : 'mine' }
        })
        const plain = (parts: BodyPart[]) =>
          parts.map((part) => (part.is === 'alike' ? { ...part, text: part.text.trim() } : part))
        expect(plain(named)).toEqual(plain(mergeBody(given, as)))
      }),
    ))
  it('is what one of them made where the other did nothing', () =>
    fc.assert(
      fc.property(spaced, spaced, format, (base, changed, as) => {
        for (const given of [
          { base, theirs: changed, mine: base },
          { base, theirs: base, mine: changed },
        ]) {
          const parts = mergeBody(given, as)
          expect(parts.every(({ is }) => is !== 'conflict' && is !== 'alike')).toBe(true)
          expect(
            blocksOf(
              joinParts(parts, as, () => 'nobody chooses'),
              as,
            ),
          ).toEqual(blocksOf(changed, as))
        }
      }),
    ))
  it('keeps every block of every hand a block of its own', () => {
    const block = fc.constantFrom(
      ...['一。', '二。', '三。', '# 题', '- 甲\n- 乙', '1. 甲', '> 引', '    码', '```\n码\n```', '```\n码'],
      ...['|甲|\n|-|\n|乙|', '<p>段</p>', '<div>\n箱\n</div>', '<p>段</p>\n尾', '<b>粗</b>', '<pre>\n码', '<!-- 注'],
      ...['<script>\n1', '[^1]: 注', '[a]: /b'],
    )
    // Each changes, puts in or takes out a block where the other does not.
    const act = fc.record({ at: fc.nat(), takes: fc.nat(1), puts: fc.array(block, { maxLength: 2 }) })
    const gap = fc.constantFrom('\n\n', '\n')
    const bodies = fc
      .tuple(fc.array(block, { minLength: 2, maxLength: 5 }), fc.tuple(act, act), fc.tuple(gap, gap, gap))
      .map(([base, [one, other], gaps]) => {
        const middle = Math.ceil(base.length / 2)
        const theirs = base.toSpliced(one.at % middle, one.takes, ...one.puts)
        const mine = base.toSpliced(middle + (other.at % (base.length - middle)), other.takes, ...other.puts)
        return { base: base.join(gaps[0]), theirs: theirs.join(gaps[1]), mine: mine.join(gaps[2]) }
      })
    fc.assert(
      fc.property(bodies, format, (given, as) => {
        const parts = mergeBody(given, as)
        fc.pre(parts.every(({ is }) => is !== 'conflict'))
        const texts = parts.map((part) => (part.is === 'conflict' ? '' : part.text))
        expect(coresOf(merge(given, as), as)).toEqual(texts.flatMap((one) => coresOf(one, as)))
      }),
      { numRuns: 500 },
    )
  })
})
