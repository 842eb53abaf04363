import { describe, expect, it } from 'vitest'
import { scratchArticle, scratchSite } from '../scratch-article'
import { entryId, type FedArticle, type Saying, toEntry } from './to-entry'

const article: FedArticle = { ...scratchArticle, firstPath: scratchArticle.path }
const saying: Saying = {
  origin: scratchSite.origin,
  form: 'full',
  correctionHeading: (at) => `更正${at.getUTCDate()}：`,
}
const entryOf = (changes: Partial<FedArticle> = {}, over: Partial<Saying> = {}) =>
  toEntry({ ...article, ...changes }, { ...saying, ...over })
const picture = {
  address: '/media/00112233445566778899/1600x900.jpg',
  alt: '港',
  caption: '早晨',
  credit: '方舟 摄',
  width: 1600,
  height: 900,
}

describe('what feeds call an article', () => {
  it('is its address without .html or a slash at its end, as the old site had it', () => {
    expect(entryOf().id).toBe('https://tangzhou.example/bendi/2026/11/24/7')
    expect(entryId('/财 经/a.html', saying.origin)).toBe('https://tangzhou.example/%E8%B4%A2%20%E7%BB%8F/a')
    expect(entryId('/pretty/', saying.origin)).toBe('https://tangzhou.example/pretty')
    expect(entryId('/a.html.html', saying.origin)).toBe('https://tangzhou.example/a.html')
  })
  it('stays when it moves, while its link follows', () =>
    expect(entryOf({ path: '/bendi/2026/11/25/port.html' })).toMatchObject({
      id: 'https://tangzhou.example/bendi/2026/11/24/7',
      address: 'https://tangzhou.example/bendi/2026/11/25/port.html',
    }))
})

describe('an entry', () => {
  it('has who wrote it, where it is from and what it is about, each once', () =>
    expect(entryOf({ tags: ['港口', '本地'] })).toMatchObject({
      authors: ['沈砚秋', '顾临'],
      source: { name: '棠州电台', address: 'https://radio.example/1' },
      terms: ['本地', '港口'],
      picture: null,
      html: '<p>正文</p>',
    }))
  it.each(['javascript:alert(1)', 'data:text/html,x', 'radio.example/1', '', 'ftp://radio.example/'])(
    'leads to no original at %j',
    (address) => expect(entryOf({ source: { name: '电台', address } }).source).toEqual({ name: '电台', address: null }),
  )
  it('has no text where only the summary is given', () => expect(entryOf({}, { form: 'summary' }).html).toBeNull())
  it('says first what was corrected, in its text or, without one, in its summary', () => {
    const corrections = [{ at: new Date('2026-11-24T03:00:00Z'), text: '港区泊位是12个。' }]
    const whole = entryOf({ corrections })
    expect(whole.html).toMatch(/^<p><strong>更正24：<\/strong><br>港区泊位是12个。<\/p>/)
    expect(whole.summary).toBe(article.summary)
    expect(entryOf({ corrections }, { form: 'summary' }).summary).toBe(`更正24：港区泊位是12个。\n${article.summary}`)
  })
  it('has its picture with its type, wherever it lies', () => {
    expect(entryOf({ picture }).picture).toMatchObject({
      address: 'https://tangzhou.example/media/00112233445566778899/1600x900.jpg',
      type: 'image/jpeg',
    })
    const at = (address: string) => entryOf({ picture: { ...picture, address } }).picture
    expect(at('https://cdn.example/a.PNG?x=1')).toMatchObject({
      address: 'https://cdn.example/a.PNG?x=1',
      type: 'image/png',
    })
    expect(at('https://cdn.example/a')).toMatchObject({ type: null })
    expect(at('https://cdn.example/a.constructor')).toMatchObject({ type: null })
    expect(at('/图 片.jpg')?.address).toBe('https://tangzhou.example/%E5%9B%BE%20%E7%89%87.jpg')
    expect(at('data:image/png;base64,AA')).toBeNull()
  })
})

describe('the text of an entry', () => {
  const html = (changes: Partial<FedArticle>) => entryOf(changes).html
  it('has every address whole', () => {
    expect(
      html({
        html: '<p><a href="/a.html">甲</a><a href="b.html">乙</a><a href="https://c.example/">丙</a><a href="mailto:a@b.example">丁</a><a href="//d.example/x">戊</a></p>',
      }),
    ).toBe(
      '<p><a href="https://tangzhou.example/a.html">甲</a><a href="https://tangzhou.example/bendi/2026/11/24/b.html">乙</a><a href="https://c.example/">丙</a><a href="mailto:a@b.example">丁</a><a href="https://d.example/x">戊</a></p>',
    )
    expect(
      html({
        html: '<figure><picture><source type="image/webp" srcset="/media/a/400.webp 400w, /media/a/800.webp 800w"><img src="/media/a/800x600.jpg" srcset="/media/a/800.jpg 800w" alt=""></picture></figure>',
      }),
    ).toBe(
      '<figure><picture><source type="image/webp" srcset="https://tangzhou.example/media/a/400.webp 400w, https://tangzhou.example/media/a/800.webp 800w"><img src="https://tangzhou.example/media/a/800x600.jpg" srcset="https://tangzhou.example/media/a/800.jpg 800w" alt=""></picture></figure>',
    )
  })
  it('leaves an address that nobody can read as it is', () =>
    expect(html({ html: '<a href="http://[">x</a>' })).toBe('<a href="http://[">x</a>'))
  it('begins with the standfirst, unless the text says it again', () => {
    expect(html({ standfirst: '一 < 二', html: '<p>正文</p>' })).toBe('<p><strong>一 &#x3C; 二</strong></p><p>正文</p>')
    expect(html({ standfirst: '正文', repeatsStandfirst: true, html: '<p>正文</p>' })).toBe('<p>正文</p>')
  })
  it('shows the lead picture, unless it stands in the text', () => {
    expect(html({ picture, html: '<p>正文</p>' })).toBe(
      '<figure><img src="https://tangzhou.example/media/00112233445566778899/1600x900.jpg" alt="港" width="1600" height="900"><figcaption>早晨 方舟 摄</figcaption></figure><p>正文</p>',
    )
    expect(html({ picture, html: `<img src="${picture.address}" alt="">` })).not.toContain('figcaption')
  })
  it('says what was corrected where the text says it', () => {
    const corrected = '<p>正文</p><aside class="correction"><p>更正：港口在东岸。</p></aside>'
    expect(html({ html: corrected })).toBe(corrected)
  })
})
