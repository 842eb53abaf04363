import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { all, type Node, readXml, texts } from '../validators/read-xml'
import { atomGrammar } from '../validators/atom-grammar'
import { jsonFeedSchema } from '../validators/json-feed-schema'
import { everyNaughty, naughty } from '../validators/naughty'
import { problemsIn } from '../validators/problems-in'
import { rssGrammar } from '../validators/rss-grammar'
import { sayable } from '../xml'
import type { Channel, Entry, Feed, FeedFormat } from './feed'
import { writeFeed } from './write-feed'

const channel: Channel = {
  id: 'https://tangzhou.example/feed.xml',
  title: '棠州日报',
  description: '每天一张报',
  language: 'zh-CN',
  newspaper: '棠州日报',
  home: 'https://tangzhou.example/',
  self: 'https://tangzhou.example/feed.atom',
  first: 'https://tangzhou.example/feed.atom',
  next: 'https://tangzhou.example/feed.atom?after=7',
  updated: new Date('2026-11-24T02:00:00Z'),
  zone: 'Asia/Shanghai',
}
const entry: Entry = {
  id: 'https://tangzhou.example/bendi/2026/11/24/7',
  address: 'https://tangzhou.example/bendi/2026/11/24/7.html',
  title: '柳浦港开港',
  summary: '柳浦港今天开港。',
  html: '<p>正文 &amp; 更多</p>',
  authors: ['沈砚秋', '顾临'],
  source: { name: '棠州电台', address: 'https://radio.example/1' },
  terms: ['本地', '港口'],
  picture: {
    address: 'https://tangzhou.example/a.jpg',
    alt: '港口',
    caption: '开港的早晨',
    credit: '方舟 摄',
    width: 1600,
    height: 900,
    type: 'image/jpeg',
  },
  publishedAt: new Date('2026-11-24T01:00:00Z'),
  updatedAt: new Date('2026-11-24T02:00:00Z'),
}
const feed = (changes: Partial<Entry> = {}, over: Partial<Channel> = {}): Feed => ({
  channel: { ...channel, ...over },
  entries: [{ ...entry, ...changes }],
  withdrawn: [],
})
const write = (format: FeedFormat, ...of: Parameters<typeof feed>) => writeFeed(feed(...of), format).text

/** Every field of words that a feed carries, as one text. */
const saying = (text: string): Feed => ({
  channel: { ...channel, title: text, description: text, newspaper: text, language: text },
  entries: [
    {
      ...entry,
      title: text,
      summary: text,
      html: text,
      authors: [text],
      terms: [text],
      source: { name: text, address: 'https://radio.example/1' },
      picture: { ...(entry.picture as NonNullable<Entry['picture']>), alt: text, caption: text, credit: text },
    },
  ],
  withdrawn: [{ id: 'https://tangzhou.example/gone', at: entry.updatedAt, reason: text }],
})

describe('an Atom feed', () => {
  it('is what RFC 4287, 5005 and 6721 allow, whole, empty, or sparse', async () => {
    const sparse = { authors: [], source: null, terms: [], picture: null, html: null }
    const { entries } = feed()
    const documents = [
      { ...feed(), withdrawn: [{ id: 'https://tangzhou.example/9', at: new Date(), reason: '失实' }] },
      feed(sparse, { next: null }),
      { channel, entries: [], withdrawn: [] },
      { channel, entries: [...entries, { ...entry, ...sparse, id: 'https://tangzhou.example/8' }], withdrawn: [] },
    ].map((one) => writeFeed(one, 'atom').text)
    expect(await problemsIn(documents, atomGrammar)).toEqual([])
  })
  it('is refused by the same grammar with anything wrong', async () => {
    const good = write('atom')
    const wrongs = [
      good.replace(/<id>.*?<\/id>/, ''),
      good.replace(/<updated>.*?<\/updated>/, ''),
      good.replace('T10:00:00+08:00', ' 10:00'),
      good.replace(/<author>.*<\/author>/g, ''),
      good.replace('rel="via"', 'rel="original"'),
      good.replace('type="html"', 'type="markup"'),
      good.replace('href="https://tangzhou.example/a.jpg"', 'href="/a.jpg"'),
    ]
    for (const wrong of wrongs) {
      expect(wrong).not.toBe(good)
      expect(await problemsIn([wrong], atomGrammar), wrong).not.toEqual([])
    }
  })
  it('says all of an article to a reader of feeds', () => {
    const read = parseAtomFeed(write('atom'))
    expect(read).toMatchObject({
      id: 'https://tangzhou.example/feed.xml',
      title: { value: '棠州日报' },
      subtitle: { value: '每天一张报' },
      updated: '2026-11-24T10:00:00+08:00',
      links: [
        { rel: 'self', href: channel.self },
        { rel: 'alternate', href: channel.home },
        { rel: 'first', href: channel.first },
        { rel: 'next', href: channel.next },
      ],
      entries: [
        {
          id: entry.id,
          title: { value: '柳浦港开港' },
          links: [
            { rel: 'alternate', href: entry.address },
            { rel: 'via', href: 'https://radio.example/1', title: '棠州电台' },
            { rel: 'enclosure', href: 'https://tangzhou.example/a.jpg', type: 'image/jpeg' },
          ],
          published: '2026-11-24T09:00:00+08:00',
          updated: '2026-11-24T10:00:00+08:00',
          authors: [{ name: '沈砚秋' }, { name: '顾临' }],
          categories: [{ term: '本地' }, { term: '港口' }],
          summary: { value: '柳浦港今天开港。' },
          content: { value: '<p>正文 &amp; 更多</p>', type: 'html' },
        },
      ],
    })
  })
  it('names the medium where nobody signed, and the newspaper where there is neither', () => {
    const authorOf = (changes: Partial<Entry>) => texts(all(readXml(write('atom', changes)), 'author')[0], 'name')
    expect(authorOf({ authors: [] })).toEqual(['棠州电台'])
    expect(authorOf({ authors: [], source: null })).toEqual(['棠州日报'])
    expect(authorOf({ authors: [' '], source: { name: '', address: null } })).toEqual(['棠州日报'])
  })
  it('takes back what was killed, by its id and with the reason', () => {
    const withdrawn = [{ id: entry.id, at: new Date('2026-11-24T03:00:00Z'), reason: '失实' }]
    const [tombstone] = all(readXml(writeFeed({ ...feed(), withdrawn }, 'atom').text), 'at:deleted-entry')
    expect(tombstone?.attributes).toEqual({ ref: entry.id, when: '2026-11-24T11:00:00+08:00' })
    expect(texts(tombstone, 'at:comment')).toEqual(['失实'])
  })
  it('has no link to an older page where there is none', () =>
    expect(parseAtomFeed(write('atom', {}, { next: null })).links?.map(({ rel }) => rel)).toEqual([
      'self',
      'alternate',
      'first',
    ]))
})

describe('an RSS feed', () => {
  it('is what RSS 2.0 and its modules allow, whole, empty, or sparse', async () => {
    const sparse = { authors: [], source: null, terms: [], picture: null, html: null }
    const documents = [
      feed(),
      feed(sparse, { next: null }),
      { channel, entries: [], withdrawn: [{ id: entry.id, at: new Date(), reason: '失实' }] },
    ].map((one) => writeFeed(one, 'rss').text)
    expect(await problemsIn(documents, rssGrammar)).toEqual([])
  })
  it('is refused by the same grammar with anything wrong', async () => {
    const good = write('rss')
    const wrongs = [
      good.replace(/<description>.*?<\/description>/, ''),
      good.replace('Tue, 24 Nov 2026', '24. November 2026'),
      good.replace('isPermaLink="false"', 'isPermaLink="no"'),
      good.replace('length="0"', 'length="?"'),
      good.replace('<link>https://tangzhou.example/</link>', '<link>/</link>'),
    ]
    for (const wrong of wrongs) {
      expect(wrong).not.toBe(good)
      expect(await problemsIn([wrong], rssGrammar), wrong).not.toEqual([])
    }
  })
  it('says all of an article to a reader of feeds', () => {
    const read = parseRssFeed(write('rss'))
    expect(read).toMatchObject({
      title: '棠州日报',
      link: 'https://tangzhou.example/',
      description: '每天一张报',
      language: 'zh-CN',
      lastBuildDate: 'Tue, 24 Nov 2026 10:00:00 +0800',
      atom: { links: [{ rel: 'self' }, { rel: 'first' }, { rel: 'next', href: channel.next }] },
      items: [
        {
          title: '柳浦港开港',
          link: entry.address,
          guid: { value: entry.id, isPermaLink: false },
          pubDate: 'Tue, 24 Nov 2026 09:00:00 +0800',
          description: '柳浦港今天开港。',
          categories: [{ name: '本地' }, { name: '港口' }],
          content: { encoded: '<p>正文 &amp; 更多</p>' },
          enclosures: [{ url: 'https://tangzhou.example/a.jpg', length: 0, type: 'image/jpeg' }],
          dc: { creators: ['沈砚秋', '顾临'], sources: ['棠州电台', 'https://radio.example/1'] },
        },
      ],
    })
  })
  it('gives its summary as HTML, which is what a reader takes it for', () => {
    const [, item] = all(readXml(write('rss', { summary: '3 < 5 & 7' })), 'description')
    expect(item?.text).toBe('3 &lt; 5 &amp; 7')
  })
  it('says nothing of what was killed', () => {
    const withdrawn = [{ id: entry.id, at: new Date(), reason: '失实' }]
    expect(writeFeed({ ...feed(), entries: [], withdrawn }, 'rss').text).not.toMatch(/失实|\/7/)
  })
})

describe('a JSON feed', () => {
  it('is JSON Feed 1.1, whole, empty, or sparse', () => {
    const sparse = { authors: [], source: null, terms: [], picture: null, html: null }
    for (const one of [feed(), feed(sparse, { next: null, description: '' }), { channel, entries: [], withdrawn: [] }])
      expect(jsonFeedSchema.safeParse(JSON.parse(writeFeed(one, 'json').text)).error).toBeUndefined()
  })
  it('says all of an article to a reader of feeds', () => {
    expect(parseJsonFeed(write('json'))).toMatchObject({
      title: '棠州日报',
      home_page_url: channel.home,
      feed_url: channel.self,
      next_url: channel.next,
      language: 'zh-CN',
      items: [
        {
          id: entry.id,
          url: entry.address,
          external_url: 'https://radio.example/1',
          title: '柳浦港开港',
          content_html: '<p>正文 &amp; 更多</p>',
          summary: '柳浦港今天开港。',
          image: 'https://tangzhou.example/a.jpg',
          date_published: '2026-11-24T09:00:00+08:00',
          date_modified: '2026-11-24T10:00:00+08:00',
          authors: [{ name: '沈砚秋' }, { name: '顾临' }],
          tags: ['本地', '港口'],
          attachments: [{ url: 'https://tangzhou.example/a.jpg', mime_type: 'image/jpeg' }],
        },
      ],
    })
  })
  it('gives the summary as text where it gives no more', () =>
    expect(JSON.parse(write('json', { html: null })).items[0]).toMatchObject({ content_text: '柳浦港今天开港。' }))
})

describe('any words in any field', () => {
  it('leave a feed well-formed to libxml2: every naughty string in every field', async () => {
    // Not a grammar's to judge: a language may be no language here.
    const anything =
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define></grammar>'
    expect(await problemsIn(['<a b="1">x<c/></a>'], anything)).toEqual([])
    expect(await problemsIn(['<a b="1">\u0001</a>'], anything)).not.toEqual([])
    const documents = everyNaughty.flatMap((text) => [
      writeFeed(saying(text), 'atom').text,
      writeFeed(saying(text), 'rss').text,
    ])
    for (let from = 0; from < documents.length; from += 100)
      expect(await problemsIn(documents.slice(from, from + 100), anything)).toEqual([])
  })
  it.each(Object.keys(naughty))('come back as they were: %s', (kind) => {
    for (const text of naughty[kind] ?? []) expectRoundTrip(text)
  })
  it('come back as they were, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectRoundTrip), { numRuns: 500 })
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), expectRoundTrip))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...everyNaughty.filter(({ length }) => length < 50))).map((some) => some.join('')),
        expectRoundTrip,
      ),
    )
  })
})

/** Reads all three formats again and finds each field as it was, less what the format cannot say. */
function expectRoundTrip(text: string): void {
  const said = sayable(text)
  const atom = readXml(writeFeed(saying(text), 'atom').text)
  expect(fieldsOf(atom, ['title', 'subtitle'])).toEqual([said, said])
  expect(atom.attributes['xml:lang']).toBe(said)
  const [item] = all(atom, 'entry')
  expect(fieldsOf(item, ['title', 'summary', 'content'])).toEqual([said, said, said])
  expect(all(atom, 'category')[0]?.attributes.term).toBe(said)
  expect(all(atom, 'link').find(({ attributes }) => attributes.rel === 'via')?.attributes.title).toBe(said)
  expect(texts(all(atom, 'at:deleted-entry')[0], 'at:comment')).toEqual([said])
  if (said.trim() !== '') expect(texts(all(atom, 'author')[0], 'name')).toEqual([said])

  const [shown] = all(readXml(writeFeed(saying(text), 'rss').text), 'item')
  expect(fieldsOf(shown, ['title', 'content:encoded', 'category'])).toEqual([said, said, said])
  expect(fieldsOf(all(shown as Node, 'media:content')[0], ['media:credit'])).toEqual(text === '' ? [] : [said])
  expect(unescaped(texts(shown, 'description')[0] ?? '')).toBe(said)

  const json = jsonFeedSchema.parse(JSON.parse(writeFeed(saying(text), 'json').text))
  const whole = text.toWellFormed()
  expect(json).toMatchObject({ title: whole, language: whole })
  expect(json.items[0]).toMatchObject({ title: whole, summary: whole, content_html: whole, tags: [whole] })
}

function fieldsOf(node: Node | undefined, names: string[]): string[] {
  return names.flatMap((name) => texts(node, name))
}

function unescaped(html: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' }
  return html.replace(/&(amp|lt|gt|quot|#39|#13);/g, (_whole, name: string) => characters[name] ?? '')
}
