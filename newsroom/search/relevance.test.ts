import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text'
import { relevanceOf } from './relevance'

const of = (
  { headline = '无题', standfirst = '', text = '' }: { headline?: string; standfirst?: string; text?: string },
  typed: string,
  age = 10,
) =>
  relevanceOf(
    { headline: foldText(headline), standfirst: foldText(standfirst), text: foldText(text) },
    typed.split(' ').map(foldText),
    age,
  )

describe('What an article counts for a reader who asks by relevance', () => {
  it('is more for a headline that says it than for a standfirst, and more for that than for any text', () => {
    const often = '砚江'.repeat(20)
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(60), (older, newer, at) => {
        const [headline, standfirst] = [
          of({ headline: `${'桥'.repeat(at)}砚江` }, '砚江', older),
          of({ standfirst: `${'桥'.repeat(at)}砚江` }, '砚江', older),
        ]
        expect(headline).toBeGreaterThan(of({ standfirst: '砚江', text: often }, '砚江', newer))
        expect(standfirst).toBeGreaterThan(of({ text: often }, '砚江', newer))
      }),
    )
  })

  it.each([
    ['near the beginning of a headline', { headline: '砚江今晨通航' }, { headline: '今晨通航的是砚江' }, '砚江'],
    ['more often in the text', { text: '砚江，砚江，砚江' }, { text: '砚江，柳浦，柳浦' }, '砚江'],
    ['near the beginning of the text', { text: `砚江${'岸'.repeat(99)}` }, { text: `${'岸'.repeat(99)}砚江` }, '砚江'],
    ['side by side', { headline: '砚江水位回落' }, { headline: '水位回落后的砚江' }, '砚江 水位'],
    ['both in the headline', { headline: '水位回落后的砚江' }, { headline: '砚江', text: '水位' }, '砚江 水位'],
    ['at the beginning of a word', { headline: 'AI芯片' }, { headline: 'Said' }, 'ai'],
  ])('is more for what stands %s', (_, more, less, typed) => expect(of(more, typed)).toBeGreaterThan(of(less, typed)))

  it('is more for the newer of two that are alike', () => {
    expect(of({ text: '砚江' }, '砚江', 1)).toBeGreaterThan(of({ text: '砚江' }, '砚江', 40))
    expect(of({ text: '砚江' }, '砚江', 0)).toBe(of({ text: '砚江' }, '砚江', -3))
  })
})
