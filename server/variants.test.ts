import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toReadersHtml } from '@/newsroom/readers-html'
import { addressIn, documentIn, plainAddress, type Variant, variantOf, variants } from './variants'

const [large] = variants as [Variant]
const inLarge = (html: string) => documentIn(large, html)

describe('the address of a page in large print', () => {
  it.each([
    ['/', '/large/'],
    ['/a.html', '/large/a.html'],
    ['/emnews/2021/12/08/202112082206742097.html?x=1#y', '/large/emnews/2021/12/08/202112082206742097.html?x=1#y'],
    ['/category/x.html?after=5', '/large/category/x.html?after=5'],
    ['/categories', '/large/categories'],
    ['/bendi/', '/large/bendi/'],
    ['/a.b/c', '/large/a.b/c'],
    ['/?q=a.xml', '/large/?q=a.xml'],
    ['/largest', '/large/largest'],
    ['/administration', '/large/administration'],
  ])('of %s is %s, and leads back', (plain, form) => {
    expect(addressIn(large, plain)).toBe(form)
    expect(plainAddress(form, large)).toBe(plain)
    expect(variantOf(form.split('?')[0] ?? '')).toBe(large)
  })
  it.each([
    ...['/feed.xml', '/sitemap.xml', '/robots.txt', '/pictures/a.jpg', '/favicon.svg', '/x.css?v=1', '/a.pdf#page=2'],
    ...['/admin', '/admin/articles', '/api/v1/x', '/_next/static/a.css', '/large/', '/large/a.html', '/large'],
    ...['https://example.org/', '//example.org/', 'mailto:a@example.org', '#part', '?x', '', 'a.html', 'javascript:x'],
  ])('does not exist for %j', (address) => expect(addressIn(large, address)).toBe(address))
  it('is the front’s with or without a slash', () => {
    expect(plainAddress('/large', large)).toBe('/')
    expect(plainAddress('/large/', large)).toBe('/')
  })
})

describe('a document in large print', () => {
  it('is marked for the style sheet, and nothing else of it changes but its links', () => {
    const html =
      '<!DOCTYPE html><html lang="zh-Hans-CN"><head><meta charSet="utf-8"/><title>甲 &amp; 乙</title>' +
      '<link rel="canonical" href="http://x/a.html"/><link rel="alternate" href="/feed.xml"/><link rel="next" href="/b.html"/>' +
      '<meta property="og:url" content="/a.html"/><script type="application/ld+json">{"u":"<a href=\\"/a.html\\">"}</script>' +
      '</head><body><a class="x" href="/b.html">乙</a><a href="/feed.xml">订阅</a><img src="/a.html"/><p>href="/b.html"</p></body></html>'
    expect(inLarge(html)).toBe(
      html
        .replace('lang="zh-Hans-CN"', 'lang="zh-Hans-CN" data-size="large"')
        .replace('class="x" href="/b.html"', 'class="x" href="/large/b.html"'),
    )
  })
  it.each([
    ['<a href="/">', '<a href="/large/">'],
    ['<a title="a>b" href="/a.html" class="c">', '<a title="a>b" href="/large/a.html" class="c">'],
    ['<a title="href=&quot;/x" href="/a.html">', '<a title="href=&quot;/x" href="/large/a.html">'],
    ['<a data-href="/x" href="/a.html">', '<a data-href="/x" href="/large/a.html">'],
    ['<a\n  href="/a.html"\n>', '<a\n  href="/large/a.html"\n>'],
    ['<a href="/a.html?x=1&amp;y=2">', '<a href="/large/a.html?x=1&amp;y=2">'],
    ['<a href="/北京.html">', '<a href="/large/北京.html">'],
    ['<form action="/search" method="get">', '<form action="/large/search" method="get">'],
  ])('writes %s as %s', (plain, form) => expect(inLarge(plain)).toBe(form))
  it.each([
    '<a href="/a.html" data-variant="plain">',
    '<a data-variant="plain" href="/">',
    '<a href="/feed.xml">',
    '<a href="https://example.org/a.html">',
    '<a href="//example.org/">',
    '<a href="#part">',
    '<a href="/large/a.html">',
    '<a name="x">',
    '<a href="">',
    '<area href="/a.html">',
    '<form>',
    '<form action="/admin/x">',
    '<p>&lt;a href="/a.html"&gt;</p>',
    '<p title=\'<a href="/a.html">\'>',
    '<!-- <a href="/a.html"> -->',
    '<style>a[href="/a.html"]{}</style>',
    '<textarea><a href="/a.html"></textarea>',
  ])('leaves %s as it is', (html) => expect(inLarge(html)).toBe(html))

  it('says the same words, whatever an editor or a wire wrote', () =>
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom(
              ...[
                '<a href="/x.html">',
                "<a href='/x.html'>",
                '<a href=/x.html>',
                '</a>',
                '<p>',
                '<pre>\n',
                '&lt;a href="/"&gt;',
              ],
              ...[
                '[甲](/b.html)',
                '[乙](/c.jpg "a>b")',
                '<A HREF="/D.HTML" title=">">',
                '\n\n',
                '甲',
                '<!-- <a href="/"> -->',
              ],
            ),
            { maxLength: 20 },
          )
          .map((pieces) => pieces.join('')),
        fc.constantFrom('html' as const, 'markdown' as const),
        (body, format) => {
          const { html } = toReadersHtml(body, format)
          const form = inLarge(html)
          expect(form.replaceAll('href="/large/', 'href="/')).toBe(html)
          // Whoever reads in large print goes on in large print.
          for (const [, address = ''] of form.matchAll(/<a [^>]*?href="([^"]*)"/g))
            expect(addressIn(large, address.replaceAll('&#x26;', '&'))).toBe(address.replaceAll('&#x26;', '&'))
        },
      ),
      { numRuns: 300 },
    ))
})
