import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithPlaces, isWord } from './fold-text'
import { gramsOf, gramsOfPhrase } from './grams'
import { indexWords, phraseWords } from './index-words'
import { excerpts, markText } from './mark-text'
import { longestQuery, readQuery } from './read-query'
import { typedQuery } from './typed-query'
import { writeQuery } from './write-query'

describe('Text as search compares it', () => {
  it.each([
    ['國企ＡＩ芯片', '国企 ai 芯片'],
    ['营收200亿元，同比增3.5%', '营收 200 亿元 同比增 3 5'],
    ['  贵州茅台(600519)  ', '贵州茅台 600519'],
    ['ET7、et7', 'et7 et7'],
    ['Café de\u0301ja\u0300', 'cafe deja'],
    ['国\u200b企\u00ad', '国企'],
    ['二〇二六年', '二〇二六年'],
    ['𠮷野家', '𠮷野家'],
    ['。，！', ''],
    ['ﬁve ㎡ ㋀ ½', 'five m2 1 月 1 2'],
  ])('%s is %s', (text, folded) => expect(foldText(text)).toBe(folded))

  it('is the same when it is folded again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => void expect(foldText(foldText(text))).toBe(foldText(text)),
      ),
    )
  })

  it('knows where each of its units comes from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, places } = foldWithPlaces(text)
        expect(folded).toBe(foldText(text))
        expect(places.length).toBe(folded.length + 1)
        for (let at = 1; at < places.length; at++) expect(places[at]).toBeGreaterThanOrEqual(places[at - 1] ?? 0)
      }),
    )
  })
})

describe('The words of the index', () => {
  it('are the pairs of signs, the last of each run, and words whole', () => {
    expect(indexWords(['国企改革，AI芯片', '涨'])).toBe('国企 企改 改革 革 ai 芯片 片 ¶ 涨')
  })

  it('hold each phrase of a text, and none that it does not have', () => {
    const letters = fc.constantFrom(...'国企改革銀行a7Ｂ，。 ')
    const text = fc.array(letters, { maxLength: 30 }).map((all) => all.join(''))
    const phrase = fc.array(letters, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, phrase, (given, asked) => {
        const folded = foldText(asked)
        fc.pre(folded !== '')
        expect(standsIn(indexWords([given]), folded)).toBe(hasPhrase(foldText(given), folded))
      }),
      { numRuns: 3000 },
    )
  })

  it('lead to no phrase that runs from the headline into the text', () => {
    expect(standsIn(indexWords(['国企', '改革']), foldText('企改'))).toBe(false)
    expect(standsIn(indexWords(['国企', '改革']), foldText('国企，改革'))).toBe(false)
  })
})

describe('The numbers of a text', () => {
  it('hold those of each phrase in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y)
        const folded = foldText(text)
        const phrase = foldText(text.slice(from, to))
        fc.pre(phrase !== '' && hasPhrase(folded, phrase))
        const all = new Set(gramsOf(folded))
        for (const gram of gramsOfPhrase(phrase).grams) expect(all).toContain(gram)
      }),
    )
  })
})

describe('What a reader typed', () => {
  it.each([
    ['国企 改革', { terms: ['国企', '改革'] }],
    ['"国企 改革" 茅台', { terms: ['国企 改革', '茅台'] }],
    ['“国企改革', { terms: ['国企改革'] }],
    ['国企 -改革', { terms: ['国企'], without: ['改革'] }],
    ['栏目:要闻 来源：人民日报 ET7', { terms: ['et7'], filters: ['category 要闻', 'source 人民日报'] }],
    ['-tag:"港 口" 油', { terms: ['油'], withoutFilters: ['tag 港 口'] }],
    ['標籤: 天气 「港 口」 之后：', { terms: ['港 口', '之后'], filters: ['tag 天气'] }],
    ['新能源:车', { terms: ['新能源 车'] }],
    ["MATCH('x') OR 1=1 --", { terms: ['match x', 'or', '1 1'], unread: ['--'] }],
    ['。。。 ！', { unread: ['。。。', '！'] }],
    ['""', { unread: ['""'] }],
    ['之后:昨天', { unread: ['之后:昨天'] }],
  ])('%s', (typed, meant) => {
    const { terms, without, filters, withoutFilters, unread } = readQuery(typed)
    expect({
      terms: terms.map(({ folded }) => folded),
      without: without.map(({ folded }) => folded),
      filters: filters.map(({ field, value }) => `${field} ${value}`),
      withoutFilters: withoutFilters.map(({ field, value }) => `${field} ${value}`),
      unread,
    }).toEqual({ terms: [], without: [], filters: [], withoutFilters: [], unread: [], ...meant })
  })

  it('has days in several ways of writing them', () => {
    expect(readQuery('之后:2026-11-24 before:2027').from).toEqual({ year: 2026, month: 11, day: 24 })
    expect(readQuery('之后:20261124').from).toEqual({ year: 2026, month: 11, day: 24 })
    expect(readQuery('之前:2026年3月').before).toEqual({ year: 2026, month: 3, day: 1 })
    expect(readQuery('之前:2026-02-30').unread).toEqual(['之前:2026-02-30'])
  })

  it('says again what it was read as, whatever an article is filed under', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !(text.includes('"') && text.includes('”')))
    const names = {
      category: '栏目',
      source: '来源',
      author: '作者',
      tag: '标签',
      security: '证券',
      from: '之后',
      before: '之前',
    }
    const isSaid = (value: string) => {
      const filters = [{ field: 'source' as const, value }]
      expect(readQuery(writeQuery({ ...readQuery(''), filters }, names)).filters).toEqual(filters)
    }
    for (const value of ['批来源/甲“新”', '"新"报', '🎉', '.', '-减', '甲 乙', '“', '＂', '”']) isSaid(value)
    fc.assert(fc.property(name, isSaid))
  })

  it('is read within bounds, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => void readQuery(typed)))
    const { terms, unread } = readQuery('国企 '.repeat(2500))
    expect(terms.length).toBe(12)
    expect(unread.length).toBeLessThan(longestQuery)
    expect(typedQuery('\u0000砚\u0007江 ')).toBe('砚 江')
  })
})

describe('What was found', () => {
  const marked = (text: string, ...phrases: string[]) =>
    markText(text, phrases.map(foldText))
      .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
      .join('')

  it.each([
    ['國企改革', ['国企'], '[國企]改革'],
    ['国企，改革', ['国企改革'], '国企，改革'],
    ['ＡＩ芯片与said', ['ai'], '[ＡＩ]芯片与said'],
    ['国企改革', ['国企', '企改'], '[国企][改]革'],
    ['没有', ['国企'], '没有'],
    ['用 AI 芯片', ['AI芯片'], '用 [AI 芯片]'],
  ])('in %s', (text, phrases, expected) => expect(marked(text, ...phrases)).toBe(expected))

  it('keeps every character of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1 })), (text, phrases) => {
        const folded = phrases.map(foldText).filter(Boolean)
        expect(
          markText(text, folded)
            .map(({ text }) => text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('keeps the cells of a table apart, and no figure is cut short', () => {
    const shown = (text: string, phrase: string) =>
      excerpts(text, [foldText(phrase)])
        .flat()
        .map(({ text }) => text)
        .join('')
    expect(shown('发车\n8\n3\n52分钟\n江口', '江口')).toBe('发车8 3 52分钟江口')
    expect(shown(`${'一'.repeat(9)}1988.5亿${'二'.repeat(16)}国企`, '国企')).toContain('……1988.5亿二')
    expect(shown(`国企${'一'.repeat(66)}1988.5%${'二'.repeat(9)}`, '国企')).toContain('一1988.5%……')
    const address = 'x'.repeat(300)
    expect(shown(`国企${address}`, '国企').length).toBeLessThan(100)
  })

  it('shows two places with what stands around them', () => {
    const text = `${'一'.repeat(50)}国企${'二'.repeat(200)}改革${'三'.repeat(50)}`
    const [first, second, third] = excerpts(text, ['国企', '改革'].map(foldText))
    expect(first?.map(({ text }) => text).join('')).toBe(`……${'一'.repeat(20)}国企${'二'.repeat(68)}……`)
    expect(second?.some(({ text, isFound }) => isFound && text === '改革')).toBe(true)
    expect(third).toBeUndefined()
  })
})

/** Whether a phrase stands in folded text: anywhere between signs, and at the beginning of words. */
function hasPhrase(folded: string, phrase: string): boolean {
  return isWord(phrase) ? ` ${folded}`.includes(` ${phrase}`) : folded.includes(phrase)
}

/** What the index does with a phrase. */
function standsIn(words: string, folded: string): boolean {
  const all = words.split(' ')
  const { words: asked, isOpen } = phraseWords(folded)
  return all.some((_, at) =>
    asked.every((word, index) => {
      const there = all[at + index]
      return index === asked.length - 1 && isOpen ? there?.startsWith(word) : there === word
    }),
  )
}
