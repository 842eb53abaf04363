import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sideOf, wordDifference } from './word-difference'

const side = (stretches: ReturnType<typeof wordDifference>, name: 'before' | 'after') =>
  sideOf(stretches, name)
    .map(({ text }) => text)
    .join('')

describe('how a text became another', () => {
  it('is told in words, numbers whole', () =>
    expect(wordDifference('澜江三桥全长 2.48 公里', '澜江三桥全长 2.84 公里')).toEqual([
      { in: 'both', text: '澜江三桥全长 ' },
      { in: 'before', text: '2.48' },
      { in: 'after', text: '2.84' },
      { in: 'both', text: ' 公里' },
    ]))
  it('is nothing for the same text, and nothing at all for none', () => {
    expect(wordDifference('停航', '停航')).toEqual([{ in: 'both', text: '停航' }])
    expect(wordDifference('', '')).toEqual([])
  })
  it('says both texts to the letter, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '停航',
            '了',
            '的',
            '<b>',
            '</b>',
            ' ',
            '\n',
            '12',
            'Ferry',
            '。',
            'constructor',
            '__proto__',
          ),
          { maxLength: 30 },
        )
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = wordDifference(before, after)
        expect(side(stretches, 'before')).toBe(before)
        expect(side(stretches, 'after')).toBe(after)
        expect(stretches.every((one) => one.text !== '')).toBe(true)
      }),
    )
  })
  it('is told in a moment for a text that says the same thing over and over', () => {
    const [before, after] = ['渡口的人说还要等。'.repeat(2500), '渡口的人讲还得等。'.repeat(2500)]
    const begun = performance.now()
    const stretches = wordDifference(before, after)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect([side(stretches, 'before'), side(stretches, 'after')]).toEqual([before, after])
    expect(stretches[0]).toMatchObject({ in: 'both' })
  })
  it('gives texts that nobody would read so as one struck and one put in', () => {
    const [before, after] = ['停航。'.repeat(20_000), '开航。'.repeat(20_000)]
    expect(wordDifference(before, after).map((one) => one.in)).toEqual(['before', 'after'])
  })
})
