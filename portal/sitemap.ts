import { encodePath } from '@/newsroom/address'
import { type ListKind, listKinds } from '@/newsroom/list-address'
import { isoMonth } from '@/newsroom/moment'
import type { Site } from '@/newsroom/site'
import type { MapEntry } from '@/store/published'
import { absolute } from './absolute'
import { declaration, xml } from './xml'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const pictures = 'http://www.google.com/schemas/sitemap-image/1.1'

/** A part of the sitemap: a month, or, where a month has more addresses than one file may hold, a further part of it. */
export type MapPart = {
  year: number
  month: number
  part: number
  /** When the list of its month last changed; null where nobody has noted it. */
  changedAt: Date | null
}

/** A part that holds the lists of a kind, by a stretch of their numbers: a new list comes into the last one. */
export type ListMapPart = { kind: ListKind; part: number }

/** The protocol allows 50,000 addresses and 50 MB to a file: as many as this, of at most as many bytes each, are never more. */
export const mostEntries = 20_000
const longestEntry = 2500

/** The index of the sitemap's parts (sitemaps.org 0.9), written as they come, each with the time it last changed where that is known. */
export async function* sitemapIndex(
  { origin }: Site,
  parts: AsyncIterable<MapPart | ListMapPart> | Iterable<MapPart | ListMapPart>,
): AsyncGenerator<string> {
  yield `${declaration}<sitemapindex xmlns="${namespace}">\n`
  for await (const part of parts) {
    // When the lists of a part changed last, nobody notes.
    const [path, changedAt] = 'kind' in part ? [listPartPath(part), null] : [mapPartPath(part), part.changedAt]
    const changed = changedAt ? xml`<lastmod>${instant(changedAt)}</lastmod>` : []
    yield `${xml`<sitemap><loc>${origin}${path}</loc>${changed}</sitemap>`.text}\n`
  }
  yield '</sitemapindex>\n'
}

/** An address, when what stands there changed last, and its lead picture. */
export type MapLine = Pick<MapEntry, 'path' | 'updatedAt' | 'picture'>

/** One part of the sitemap, written as its addresses come: each with the time it last changed, and its picture. */
export async function* sitemapPart(
  site: Site,
  entries: AsyncIterable<MapLine> | Iterable<MapLine>,
): AsyncGenerator<string> {
  yield `${declaration}<urlset xmlns="${namespace}" xmlns:image="${pictures}">\n`
  for await (const entry of entries) yield* lineOf(site, entry)
  yield '</urlset>\n'
}

/** An entry that would be too long goes without its picture; what is too long even so has an address that no browser would ask for. */
function lineOf({ origin }: Site, { path, updatedAt, picture }: MapLine): string[] {
  const address = `${origin}${encodePath(path)}`
  const image = picture ? xml`<image:image><image:loc>${absolute(picture, address)}</image:loc></image:image>` : []
  const write = (more: typeof image) =>
    `${xml`<url><loc>${address}</loc><lastmod>${instant(updatedAt)}</lastmod>${more}</url>`.text}\n`
  const line = [write(image), write([])].find((one) => Buffer.byteLength(one) <= longestEntry)
  return line === undefined ? [] : [line]
}

/** In UTC: to find the zone's offset takes longer than all the rest of a line, and machines do not care. */
function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** Where a part stands: `/sitemap/2026-11.xml`, and `/sitemap/2026-11.2.xml` where a month has a second. */
export function mapPartPath({ part, ...month }: Omit<MapPart, 'changedAt'>): string {
  return `/sitemap/${isoMonth(month)}${part === 1 ? '' : `.${part}`}.xml`
}

/** Reads the name of a part; null for any other. */
export function readMapPartName(name: string): Omit<MapPart, 'changedAt'> | null {
  const [, year, month, part = '1'] = /^(\d{4})-(0[1-9]|1[0-2])(?:\.([2-9]|[1-9]\d{1,3}))?\.xml$/.exec(name) ?? []
  return year && month ? { year: Number(year), month: Number(month), part: Number(part) } : null
}

/** Where a part of the lists stands: `/sitemap/lists-tag.xml`, and `/sitemap/lists-tag.2.xml` for the second. */
export function listPartPath({ kind, part }: ListMapPart): string {
  return `/sitemap/lists-${kind}${part === 1 ? '' : `.${part}`}.xml`
}

/** Reads the name of such a part; null for any other. */
export function readListPartName(name: string): ListMapPart | null {
  const [, said, part = '1'] = /^lists-([a-z]+)(?:\.([2-9]|[1-9]\d{1,4}))?\.xml$/.exec(name) ?? []
  const kind = listKinds.find((one) => one === said)
  return kind ? { kind, part: Number(part) } : null
}
