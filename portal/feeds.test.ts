import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { atomFeed } from './atom-feed'
import { mapPartPath, readMapPartName, sitemapIndex, sitemapPart } from './sitemap'
import { Markup, xml } from './xml'

const site: Site = {
  name: '棠州日报',
  description: '每天一张报',
  language: 'zh-CN',
  origin: 'https://tangzhou.example',
  zone: 'Asia/Shanghai',
  seal: '',
  imprint: [],
  legal: [],
  facts: [],
}
const article: PublishedArticle & { html: string } = {
  id: 7,
  path: '/bendi/2026/11/24/7.html',
  kind: 'story',
  headline: '柳浦港开港',
  kicker: null,
  standfirst: null,
  summary: '柳浦港今天开港。',
  byline: '记者 沈砚秋 顾临',
  editor: null,
  urgent: false,
  source: { name: '棠州电台', address: null },
  category: { slug: 'bendi', name: '本地' },
  tags: ['港口'],
  picture: null,
  publishedAt: new Date('2026-11-24T01:00:00Z'),
  updatedAt: new Date('2026-11-24T02:00:00Z'),
  html: '<p>正文 &amp; 更多</p>',
}
const feed = (...articles: Partial<typeof article>[]) =>
  atomFeed({ site, articles: articles.map((changes) => ({ ...article, ...changes })), selfPath: '/feed.xml' })

/** Every string that has ever broken a feed. */
const naughty = [
  ']]>',
  '<![CDATA[x]]>',
  '&amp;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '&nbsp;',
  '&#0;',
  '<script>alert(1)</script>',
  '<!-- -- -->',
  '<?xml?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '\0',
  '\u0001\u0008\u000b\u000c\u001f',
  '\u007f\u0085\u009f',
  '\ud800',
  '\udc00x',
  'a\ud83d',
  '\ufffe\uffff',
  '\ufeff',
  '\u{1fffe}',
  '\u{10ffff}',
  '👨‍👩‍👧🏽',
  '\u202e倒',
  '\u2028\u2029',
  'e\u0301',
  '‮﷽',
  '\r\n\t',
  '{{ x }}',
  '${x}',
  '$&',
  '%00',
  '</title></entry></feed>',
  '--',
  'javascript:alert(1)',
  '" onload="x',
  '𠮷野家',
  'ﷺ',
  'İ',
  '\u00a0',
]

describe('the Atom feed', () => {
  it('has what RFC 4287 asks for', () => {
    const text = feed({})
    expect(problemsIn(text)).toEqual([])
    for (const part of [
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
      '<id>https://tangzhou.example/feed.xml</id>',
      '<title>棠州日报</title>',
      '<updated>2026-11-24T10:00:00+08:00</updated>',
      'rel="self"',
      '<entry>',
      '<title type="text">柳浦港开港</title>',
      '<published>2026-11-24T09:00:00+08:00</published>',
      '<author><name>沈砚秋</name></author>',
      '<author><name>顾临</name></author>',
      '<category term="本地"/>',
      '<category term="港口"/>',
      '<summary type="text">柳浦港今天开港。</summary>',
      '<content type="html" xml:base="https://tangzhou.example/bendi/2026/11/24/7.html">&lt;p&gt;正文 &amp;amp; 更多&lt;/p&gt;</content>',
    ])
      expect(text).toContain(part)
  })
  it('calls an entry by its address without .html, as the old site did, and links to the whole of it', () => {
    expect(feed({})).toContain('<id>https://tangzhou.example/bendi/2026/11/24/7</id>')
    expect(feed({})).toContain('href="https://tangzhou.example/bendi/2026/11/24/7.html" rel="alternate"')
    expect(feed({ path: '/财 经/a.html' })).toContain('<id>https://tangzhou.example/%E8%B4%A2%20%E7%BB%8F/a</id>')
    expect(feed({ path: '/pretty/' })).toContain('<id>https://tangzhou.example/pretty/</id>')
  })
  it('names the medium where there is no byline, and the newspaper where there is neither', () => {
    expect(feed({ byline: null })).toContain('<author><name>棠州电台</name></author>')
    expect(feed({ byline: null, source: null })).toContain('<author><name>棠州日报</name></author>')
  })
  it('of nothing is well-formed too', () => expect(problemsIn(feed())).toEqual([]))
  it('was updated when its newest entry was', () =>
    expect(
      feed({ updatedAt: new Date('2026-11-20T00:00:00Z') }, { updatedAt: new Date('2026-11-25T00:00:00Z') }, {}),
    ).toMatch(/<\/title>\n<subtitle>[\s\S]*?<updated>2026-11-25T08:00:00\+08:00<\/updated>\n<generator/))

  it.each(naughty)('stays well-formed with %j everywhere', (text) => {
    const fed = atomFeed({
      site: { ...site, name: text, description: text, language: text },
      articles: [
        {
          ...article,
          headline: text,
          summary: text,
          html: text,
          byline: text,
          tags: [text],
          category: { slug: text, name: text },
          path: `/${text}/a.html`.replace(/[\ud800-\udfff]/gu, ''),
          source: { name: text, address: text },
        },
      ],
      selfPath: '/feed.xml',
    })
    expect(problemsIn(fed)).toEqual([])
  })
  it('stays well-formed with any text, and gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const fed = feed({ headline: text, html: text })
        expect(problemsIn(fed)).toEqual([])
        expect(unescaped(/<title type="text">([\s\S]*?)<\/title>/.exec(fed)?.[1] ?? '')).toBe(
          text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
        )
      }),
    )
  })
})

describe('the sitemap', () => {
  it('lists its parts', () => {
    const text = sitemapIndex(site, [
      { year: 2026, month: 11, part: 1 },
      { year: 2026, month: 11, part: 2 },
    ])
    expect(problemsIn(text)).toEqual([])
    expect([...text.matchAll(/<loc>(.*?)<\/loc>/g)].map((found) => found[1])).toEqual([
      'https://tangzhou.example/sitemap/2026-11.xml',
      'https://tangzhou.example/sitemap/2026-11.2.xml',
    ])
  })
  it('lists addresses as links write them, with when they changed', () => {
    const text = sitemapPart(site, [{ path: '/财经/a&b.html', updatedAt: new Date('2026-11-24T01:00:00Z') }])
    expect(problemsIn(text)).toEqual([])
    expect(text).toContain(
      '<url><loc>https://tangzhou.example/%E8%B4%A2%E7%BB%8F/a&amp;b.html</loc><lastmod>2026-11-24T09:00:00+08:00</lastmod></url>',
    )
  })
  it('of nothing is well-formed', () =>
    expect([...problemsIn(sitemapPart(site, [])), ...problemsIn(sitemapIndex(site, []))]).toEqual([]))
  it('names its parts and knows them again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 1000 }),
        (year, month, part) => {
          expect(readMapPartName(mapPartPath({ year, month, part }).replace('/sitemap/', ''))).toEqual({
            year,
            month,
            part,
          })
        },
      ),
    )
  })
  it.each([
    '',
    '2026-11',
    '2026-13.xml',
    '2026-00.xml',
    '2026-1.xml',
    '26-11.xml',
    '2026-11.1.xml',
    '2026-11.0.xml',
    '2026-11.02.xml',
    '2026-11.xml.xml',
    '2026-11.xml/',
    '../2026-11.xml',
    '2026-11.99999.xml',
    '2026-11.-2.xml',
    '２０２６-11.xml',
    '2026-11.xml\n',
  ])('has no part called %j', (name) => expect(readMapPartName(name)).toBeNull())
})

describe('XML', () => {
  it('writes markup in a gap as text', () =>
    expect(xml`<a b="${'"<&>\''}">${'<b>'}</a>`.text).toBe('<a b="&quot;&lt;&amp;&gt;&#39;">&lt;b&gt;</a>'))
  it('takes what is XML already as it is, one or many', () =>
    expect(xml`<a>${new Markup('<b/>')}${[new Markup('<c/>'), new Markup('<d/>')]}</a>`.text).toBe(
      '<a><b/><c/>\n<d/></a>',
    ))
  it('leaves out what XML cannot hold', () =>
    expect(xml`${'a\0b\u0008c\ud800d\uffffe\u{1f600}'}`.text).toBe('abc\ufffdde\u{1f600}'))
})

/** What keeps a document from being well-formed; a small reader, as strict as XML 1.0 where our documents could fail. */
function problemsIn(text: string): string[] {
  const problems: string[] = []
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n')) problems.push('does not begin with its declaration')
  if (!text.isWellFormed() || /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    problems.push('holds a character that XML cannot')
  const open: string[] = []
  const rest = text
    .slice(text.indexOf('?>') + 2)
    .replace(
      /<(\/?)([A-Za-z:]+)((?:\s+[A-Za-z:]+="[^"<]*")*)\s*(\/?)>/g,
      (_tag, closing: string, name: string, attributes: string, empty: string) => {
        if (closing && open.pop() !== name) problems.push(`closes ${name}`)
        if (!closing && !empty) open.push(name)
        const names = [...attributes.matchAll(/([A-Za-z:]+)="/g)].map((found) => found[1])
        if (new Set(names).size < names.length) problems.push(`repeats an attribute of ${name}`)
        return attributes.replace(/\s+[A-Za-z:]+=/g, '')
      },
    )
  if (open.length > 0) problems.push(`leaves ${open.join()} open`)
  if (rest.includes('<')) problems.push(`has a loose < in ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 30)}`)
  if (rest.includes(']]>')) problems.push('has a loose ]]>')
  for (const [whole] of rest.matchAll(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)[^;]{0,10}/g))
    problems.push(`has a loose ${whole}`)
  return problems
}

function unescaped(text: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => characters[name] ?? '')
}
