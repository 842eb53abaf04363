import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapEntry } from '@/store/published'
import { scratchSite } from './scratch-article'
import {
  listPartName,
  mapPartPath,
  mostEntries,
  readListPartName,
  readMapPartName,
  sitemapIndex,
  sitemapPart,
} from './sitemap'
import { mapGrammar } from './validators/map-grammar'
import { everyNaughty } from './validators/naughty'
import { problemsIn } from './validators/problems-in'
import { all, readXml, texts } from './validators/read-xml'

const at = new Date('2026-11-24T01:00:00Z')
const entry: MapEntry = { path: '/财经/a&b.html', updatedAt: at, picture: null, cursor: { publishedAt: at, id: 1 } }

describe('the sitemap', () => {
  it('lists its parts, each with when it changed where that is known', async () => {
    const text = await whole(
      sitemapIndex(
        scratchSite,
        [
          { year: 2026, month: 11, part: 1, changedAt: at },
          { year: 2026, month: 11, part: 2, changedAt: null },
        ],
        [
          { name: 'days-2026', changedAt: at },
          { name: listPartName({ kind: 'security', part: 12 }), changedAt: null },
        ],
      ),
    )
    expect(await problemsIn([text], mapGrammar)).toEqual([])
    expect(all(readXml(text), 'sitemap').map((one) => [...texts(one, 'loc'), ...texts(one, 'lastmod')])).toEqual([
      ['https://tangzhou.example/sitemap/days-2026.xml', '2026-11-24T01:00:00Z'],
      ['https://tangzhou.example/sitemap/lists-security.12.xml'],
      ['https://tangzhou.example/sitemap/2026-11.xml', '2026-11-24T01:00:00Z'],
      ['https://tangzhou.example/sitemap/2026-11.2.xml'],
    ])
  })
  it('lists addresses as links write them, with when they changed and their picture', async () => {
    const text = await whole(
      sitemapPart(scratchSite, [
        entry,
        { ...entry, picture: '/media/a/1.jpg' },
        { ...entry, picture: 'https://cdn.example/图.png?a&b' },
      ]),
    )
    expect(await problemsIn([text], mapGrammar)).toEqual([])
    const urls = all(readXml(text), 'url')
    expect(texts(urls[0], 'loc')).toEqual(['https://tangzhou.example/%E8%B4%A2%E7%BB%8F/a&b.html'])
    expect(texts(urls[0], 'lastmod')).toEqual(['2026-11-24T01:00:00Z'])
    expect(urls.flatMap((url) => all(url, 'image:loc').map(({ text }) => text))).toEqual([
      'https://tangzhou.example/media/a/1.jpg',
      'https://cdn.example/%E5%9B%BE.png?a&b',
    ])
  })
  it('of nothing is one all the same', async () =>
    expect(
      await problemsIn(
        [await whole(sitemapPart(scratchSite, [])), await whole(sitemapIndex(scratchSite, []))],
        mapGrammar,
      ),
    ).toEqual([]))
  it('is one whatever the addresses hold', async () => {
    const entries = everyNaughty
      .filter((text) => text.isWellFormed() && text.length < 100)
      .map((text) => ({ ...entry, path: `/${text}/a.html`, picture: `https://cdn.example/${text}` }))
    expect(entries.length).toBeGreaterThan(150)
    const text = await whole(sitemapPart(scratchSite, entries))
    expect(await problemsIn([text], mapGrammar)).toEqual([])
    expect(all(readXml(text), 'url').length).toBe(entries.length)
  })
  it('is refused by the same grammar with anything wrong', async () => {
    const good = await whole(sitemapPart(scratchSite, [entry]))
    for (const wrong of [
      good.replace('https:', ''),
      good.replace('T01:00:00Z', ' 9'),
      good.replaceAll('loc>', 'place>'),
    ]) {
      expect(wrong).not.toBe(good)
      expect(await problemsIn([wrong], mapGrammar)).not.toEqual([])
    }
  })
  it('stays within 50,000 addresses and 50 MB a part, whatever the addresses are', async () => {
    expect(mostEntries).toBeLessThanOrEqual(50_000)
    const long = { ...entry, path: `/${'&'.repeat(300)}.html`, picture: `https://cdn.example/${'x'.repeat(3000)}` }
    const longer = { ...entry, path: `/${'&'.repeat(1000)}.html` }
    const one = await whole(sitemapPart(scratchSite, [long, longer]))
    // The first goes without its picture, the second not at all.
    expect(all(readXml(one), 'url').length).toBe(1)
    expect(one).not.toContain('image:loc')
    const fitting = { ...entry, path: `/${'长'.repeat(240)}.html` }
    let bytes = 0
    for await (const piece of sitemapPart(scratchSite, repeat(fitting, mostEntries))) bytes += Buffer.byteLength(piece)
    expect(bytes).toBeGreaterThan(40_000_000)
    expect(bytes).toBeLessThanOrEqual(50 * 1024 * 1024)
  })
  it('of a million addresses is written as it is read: memory stays flat', async () => {
    const collect = garbageCollector()
    const source = repeat(entry, 1_000_000)
    const parts = Array.from({ length: 1_000_000 / mostEntries }, (_, index) => ({
      year: 2026 - Math.floor(index / 12),
      month: 12 - (index % 12),
      part: 1,
      changedAt: at,
    }))
    let [addresses, most] = [0, 0]
    const count = async (pieces: AsyncGenerator<string>) => {
      for await (const piece of pieces) {
        if (piece.startsWith('<url>')) addresses++
        if (addresses % 100_000 === 0) {
          collect()
          most = Math.max(most, process.memoryUsage().heapUsed)
        }
      }
    }
    collect()
    const before = process.memoryUsage().heapUsed
    await count(sitemapIndex(scratchSite, parts))
    for (const _part of parts) await count(sitemapPart(scratchSite, first(source, mostEntries)))
    expect(addresses).toBe(1_000_000)
    expect(most - before).toBeLessThan(50_000_000)
  })
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
  it('knows its parts of lists by their names', () => {
    for (const part of [1, 2, 12]) {
      const name = `${listPartName({ kind: 'tag', part })}.xml`
      expect(readListPartName(name)).toEqual({ kind: 'tag', part })
    }
    for (const name of ['lists-tag.1.xml', 'lists-tags.xml', 'lists-.xml', 'lists-tag.02.xml', 'lists-tag.xml.xml'])
      expect(readListPartName(name), name).toBeNull()
  })
})

async function whole(pieces: AsyncGenerator<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function* repeat(one: MapEntry, times: number): AsyncGenerator<MapEntry> {
  for (let index = 0; index < times; index++)
    yield { ...one, path: one.path.replace('.html', `${index}.html`), cursor: { ...one.cursor, id: index } }
}

/** The next entries of a source, which is left open for the others. */
async function* first(source: AsyncGenerator<MapEntry>, count: number): AsyncGenerator<MapEntry> {
  for (let left = count; left > 0; left--) {
    const { done, value } = await source.next()
    if (done) return
    yield value
  }
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}
