import { noLibrary } from './library-picture'
import { blankCopy } from './blank-copy'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from './article'
import { previewArticle } from './preview-article'
import { summarise, toReadersText } from './published-article'

const copy = blankCopy({
  headline: '标题',
  body: '第一句。第二句。',
  category: 'bendi',
  tags: ['港口'],
  source: { name: '棠州日报', address: null },
  byline: '记者 沈砚秋',
  editor: '江予怀',
  urgent: true,
  slug: 'harbour',
})

describe('a summary', () => {
  it('never has more than 120 characters, nor half of one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('字', '。', '！', '🌾', 'a', ' ', '\n', '；', '长句子没有标点'), { maxLength: 300 }),
        (parts) => {
          const summary = summarise(parts.join(''))
          expect([...summary].length).toBeLessThanOrEqual(120)
          expect(summary.isWellFormed()).toBe(true)
          expect(summary).not.toMatch(/\n|^\s|\s$/)
        },
      ),
    )
  })
  it('is the text itself when that is short', () => expect(summarise(' 一句。\n 两句。 ')).toBe('一句。两句。'))
  it('ends with a sentence where one ends late enough', () =>
    expect(summarise(`${'甲'.repeat(50)}。${'乙'.repeat(200)}`)).toBe(`${'甲'.repeat(50)}。`))
  it('ends with an ellipsis otherwise', () => expect(summarise('甲'.repeat(200))).toBe(`${'甲'.repeat(119)}…`))
  it('does not end after a sentence so short that it says little', () =>
    expect(summarise(`好。${'甲'.repeat(200)}`)).toMatch(/…$/))
  it('keeps the quotation mark that closes its last sentence', () =>
    expect(summarise(`${'甲'.repeat(60)}：“${'乙'.repeat(20)}。”${'丙'.repeat(200)}`)).toMatch(/。”$/))
})

describe('the text that readers get', () => {
  it('is summed up by the standfirst, where there is one', () => {
    expect(toReadersText({ ...copy, standfirst: '导语。' }).summary).toBe('导语。')
    expect(toReadersText(copy).summary).toBe('第一句。第二句。')
  })
  it('knows when it says the standfirst again', () => {
    expect(toReadersText({ ...copy, standfirst: '第一句。' }).repeatsStandfirst).toBe(true)
    expect(toReadersText({ ...copy, standfirst: '第一句。（证券时报）' }).repeatsStandfirst).toBe(true)
    expect(toReadersText({ ...copy, standfirst: '第 一\n句。' }).repeatsStandfirst).toBe(true)
    expect(toReadersText({ ...copy, standfirst: '别的。' }).repeatsStandfirst).toBe(false)
    expect(toReadersText(copy).repeatsStandfirst).toBe(false)
  })
})

describe('a preview', () => {
  const at = new Date('2026-11-24T16:30:00Z')
  const article: Article = {
    id: 7,
    version: 3,
    autosaved: false,
    status: 'draft',
    copy,
    publishedVersion: null,
    publishedAt: null,
    createdAt: at,
    updatedAt: at,
    createdBy: null,
    updatedBy: null,
    path: null,
    kill: null,
    corrections: [],
  }
  const where = { category: { slug: 'bendi', name: '本地' }, at, zone: 'Asia/Shanghai', library: noLibrary }

  it('shows the address and the day that publishing now would give', () =>
    expect(previewArticle(article, where)).toMatchObject({
      path: '/bendi/2026/11/25/harbour.html',
      publishedAt: at,
      updatedAt: at,
      headline: '标题',
      category: { name: '本地' },
    }))
  it('shows the address and the day of a published article as they are', () => {
    const published = new Date('2026-11-01T00:00:00Z')
    expect(
      previewArticle({ ...article, path: '/bendi/2026/11/01/7.html', publishedAt: published }, where),
    ).toMatchObject({ path: '/bendi/2026/11/01/7.html', publishedAt: published })
  })
  it('of a body that cannot be shown is refused', () =>
    expect(() => previewArticle({ ...article, copy: { ...copy, body: '<b>'.repeat(500) } }, where)).toThrow(
      expect.objectContaining({ reason: 'body-deep' }),
    ))
})
