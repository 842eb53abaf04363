import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'
import { type BodyPart, joinParts, mergeBody } from './merge-body'

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
})
