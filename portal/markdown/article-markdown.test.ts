import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { toReadersHtml } from '@/newsroom/readers-html'
import type { PublishedText } from '@/newsroom/published-article'
import { scratchArticle, scratchSite } from '../scratch-article'
import { everyNaughty } from '../validators/naughty'
import { sayable } from '../xml'
import { articleMarkdown } from './article-markdown'

const markdownOf = (changes: Partial<PublishedText>) =>
  articleMarkdown({ ...scratchArticle, ...changes }, { site: scratchSite, correctionHeading: () => '更正' })
const split = (markdown: string) => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(markdown) ?? []
  return { front: parse(front), body }
}
const bodyOf = (html: string) =>
  split(markdownOf({ html }))
    .body.replace(/^# 柳浦港开港\n+/, '')
    .trim()

describe('an article as Markdown', () => {
  it('says in front what it is, and begins with its headline', () => {
    const { front, body } = split(markdownOf({}))
    expect(front).toEqual({
      title: '柳浦港开港',
      description: '柳浦港今天开港。',
      date: '2026-11-24T09:00:00+08:00',
      updated: '2026-11-24T10:00:00+08:00',
      authors: ['沈砚秋', '顾临'],
      source: '棠州电台',
      original: 'https://radio.example/1',
      category: '本地',
      tags: ['港口'],
      language: 'zh-CN',
      publisher: '棠州日报',
      address: 'https://tangzhou.example/bendi/2026/11/24/7.html',
    })
    expect(body).toBe('# 柳浦港开港\n\n正文\n')
  })
  it('leads to no original that a browser would not open', () =>
    expect(split(markdownOf({ source: { name: '电台', address: 'javascript:alert(1)' } })).front).not.toHaveProperty(
      'original',
    ))
  it.each([
    ['a heading and a list', '<h2>其一</h2><ul><li>甲</li><li>乙</li></ul>', '## 其一\n\n- 甲\n- 乙'],
    ['a link with its whole address', '<p><a href="/a.html">甲</a></p>', '[甲](https://tangzhou.example/a.html)'],
    [
      'a picture with its caption',
      '<figure><picture><source srcset="/a.webp 1w"><img src="/a.jpg" alt="港"></picture><figcaption>早晨</figcaption></figure>',
      '![港](https://tangzhou.example/a.jpg)\n\n早晨',
    ],
    [
      'a table with its caption before it',
      '<div class="sheet" tabindex="0"><table><caption>表一</caption><thead><tr><th>名</th><th>值</th></tr></thead><tbody><tr><td>甲|乙</td><td>1</td></tr></tbody></table></div>',
      '表一\n\n| 名    | 值 |\n| ---- | - |\n| 甲\\|乙 | 1 |',
    ],
    ['a power', '<p>10<sup>8</sup>，CO<sub>2</sub></p>', '10<sup>8</sup>，CO<sub>2</sub>'],
    ['a note beside the text', '<aside class="correction" role="note"><p>更正</p></aside><p>文</p>', '> 更正\n\n文'],
    ['a quotation', '<blockquote class="pull"><p>言</p></blockquote>', '> 言'],
  ])('has %s', (_what, html, markdown) => expect(bodyOf(html)).toBe(markdown))
  it('has a chart as the numbers it is drawn from', () => {
    const { html } = toReadersHtml('```bars\n客流 | 万\n春 | 12\n夏 | 30\n```', 'markdown')
    expect(bodyOf(html)).toBe('客流万\n\n|   |    |\n| - | -- |\n| 春 | 12 |\n| 夏 | 30 |')
  })
  it('is what its page was made from, when it is read again', () => {
    const body =
      '## 其一\n\n**黑体**与_斜体_，[链接](https://a.example/)。\n\n1. 甲\n2. 乙\n\n> 引文\n\n| 名 | 值 |\n| -- | -- |\n| 甲 | 1 |\n\n`代码`与~~删~~\n\n---\n\n末段'
    const once = toReadersHtml(body, 'markdown').html
    expect(toReadersHtml(bodyOf(once), 'markdown').html).toBe(once)
  })
  it('keeps any words in any field, and takes none for markup', () => {
    const keeps = (text: string) => {
      const said = sayable(text)
      const { front, body } = split(markdownOf({ headline: text, summary: text, tags: [text], byline: text }))
      if (said !== '') expect(front).toMatchObject({ title: said, description: said, tags: [said] })
      expect(plain(toReadersHtml(body, 'markdown').html)).toBe(plain(`<p>${escaped(said)}</p><p>正文</p>`))
    }
    for (const text of everyNaughty.filter(({ length }) => length < 1000)) keeps(text)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), keeps))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'#*_-+>`|[](){}!~&<:. \n1a汉')).map((some) => some.join('')),
        keeps,
      ),
    )
  })
  it('keeps any words of the text', () => {
    const keeps = (text: string) => {
      const html = `<p>${escaped(text.replace(/\p{Cc}/gu, ' ').toWellFormed())}</p>`
      expect(plain(toReadersHtml(bodyOf(html), 'markdown').html)).toBe(plain(html))
    }
    for (const text of everyNaughty.filter(({ length }) => length < 1000)) keeps(text)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), keeps))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'#*_-+>`|[](){}!~&<:. \n1a汉')).map((some) => some.join('')),
        keeps,
      ),
    )
  })
})

/** The words alone: Markdown folds white space, and so does a page. */
function plain(html: string): string {
  return textIn(fromHtml(html, { fragment: true })).replace(/[\s\u200b\ufeff]+/g, '')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
