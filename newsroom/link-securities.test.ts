import { describe, expect, it } from 'vitest'
import { linkSecurities } from './link-securities'
import { toReadersHtml } from './readers-html'

const mark = '<span class="security" data-security="sh.600519">贵州茅台</span>'
const link = '<a class="security" data-security="sh.600519" href="/security/sh.600519">贵州茅台</a>'

describe('a security that a text marks', () => {
  it('leads to its list', () =>
    expect(linkSecurities(`<p>${mark}涨，${mark}跌。</p>`)).toBe(`<p>${link}涨，${link}跌。</p>`))
  it('leads there from copy of a wire too, and no longer to another site’s quotes', () => {
    const { html } = toReadersHtml(
      '<p><span id="stock_1.600519"><a href="http://quote.example/r/1.600519" class="keytip" data-code="1,600519">贵州茅台</a></span>涨。</p>',
      'html',
    )
    expect(linkSecurities(html)).toBe(`<p>${link}涨。</p>`)
  })
  it('stays as it is inside a link, and leads on after it', () =>
    expect(linkSecurities(`<p><a href="https://e.org/" title="a > b">见${mark}</a>${mark}</p>`)).toBe(
      `<p><a href="https://e.org/" title="a > b">见${mark}</a>${link}</p>`,
    ))
  it('is none where the key is no security’s, or where nothing is marked', () => {
    const other = '<span class="security" data-security="xx.1">甲</span>'
    for (const html of [other, '', '<p>贵州茅台 &#x3C;span class="security"></p>', '<abbr>甲</abbr>'])
      expect(linkSecurities(html)).toBe(html)
  })
})
