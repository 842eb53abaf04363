import { describe, expect, it } from 'vitest'
import { Refusal, refusalReasons } from '@/newsroom/refusal'
import { refusals as en } from './en/refusals'
import { deskWords, readerWords, refusalSentence } from './words'
import { refusals as zh } from './zh-CN/refusals'

const gaps = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort()

describe('a refusal', () => {
  it.each(refusalReasons)('%s has a sentence in both languages, with the same gaps', (reason) => {
    expect(zh[reason]).toMatch(/[。]$/)
    expect(en[reason]).toMatch(/[.]$/)
    expect(gaps(en[reason])).toEqual(gaps(zh[reason]))
  })
  it('is told in the newspaper’s language, its gaps filled', () => {
    const { reason, details } = new Refusal('headline-long', { length: 201, most: 200 })
    expect(refusalSentence('zh-CN', reason, details)).toBe('标题有201个字，最多200个。')
    expect(refusalSentence('ZH-Hant', reason, details)).toBe('标题有201个字，最多200个。')
    expect(refusalSentence('en-GB', reason, details)).toBe('The headline has 201 characters; 200 at most.')
    expect(refusalSentence('fr', reason, details)).toBe('The headline has 201 characters; 200 at most.')
  })
  it('keeps a gap that nothing fills, and takes what fills it as it is', () => {
    expect(refusalSentence('zh', 'headline-long')).toContain('{length}')
    expect(refusalSentence('en', 'slug-shape', { slug: '$& {slug} <b>' })).toContain('“$& {slug} <b>”')
    expect(refusalSentence('en', 'headline-long', { length: 0, most: 200 })).toContain('has 0 characters')
  })
})

describe.each([
  ['readers’ pages', readerWords],
  ['the desk', deskWords],
] as const)('the words of %s', (_where, words) => {
  it('are the same ones in both languages', () => expect(shape(words('en'))).toEqual(shape(words('zh-CN'))))
  it('are all said', () => {
    for (const language of ['zh-CN', 'en'])
      for (const [path, text] of strings(words(language))) expect(text.trim(), path).not.toBe('')
  })
  it('in English hold no Chinese but names', () => {
    const chinese = strings(words('en')).filter(([, text]) => /\p{Script=Han}{5,}/u.test(text))
    expect(chinese).toEqual([])
  })
})

/** Keys, and for each text its gaps, for each function that it is one. */
function shape(words: unknown): unknown {
  if (typeof words === 'string') return gaps(words)
  if (typeof words === 'function') return `(${words.length})`
  if (words === null || typeof words !== 'object') return typeof words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, shape(value)]))
}

function strings(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]]
  return words && typeof words === 'object'
    ? Object.entries(words).flatMap(([key, value]) => strings(value, `${path}.${key}`))
    : []
}
