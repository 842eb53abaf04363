import { encodePath } from '@/newsroom/address'
import { type ListKind, listKinds } from '@/newsroom/list-address'
import { isoMonth } from '@/newsroom/moment'
import type { Site } from '@/newsroom/site'
import type { MapEntry } from '@/store/published'
import { absolute } from './absolute'
import { declaration, type Markup, xml } from './xml'

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

/** A part of another name: `days-2026`, `pages`. */
export type NamedPart = { name: string; changedAt: Date | null }

/** A page in a sitemap, with the address of its picture; when it last changed, where anybody knows. */
export type MappedPage = Pick<MapEntry, 'path' | 'picture'> & { updatedAt: Date | null }

/** The protocol allows 50,000 addresses and 50 MB to a file: as many as this, of at most as many bytes each, are never more. */
export const mostEntries = 20_000
const longestEntry = 2500

/** The index of the sitemap's parts (sitemaps.org 0.9), written as they come, each with the time it last changed where that is known. */
export async function* sitemapIndex(
  { origin }: Site,
  parts: AsyncIterable<MapPart> | Iterable<MapPart>,
  /** Parts that are no month's. */
  others: AsyncIterable<NamedPart> | Iterable<NamedPart> = [],
): AsyncGenerator<string> {
  yield `${declaration}<sitemapindex xmlns="${namespace}">\n`
  for await (const { name, changedAt } of others)
    yield `${xml`<sitemap><loc>${origin}/sitemap/${name}.xml</loc>${lastmod(changedAt)}</sitemap>`.text}\n`
  for await (const part of parts) {
    yield `${xml`<sitemap><loc>${origin}${mapPartPath(part)}</loc>${lastmod(part.changedAt)}</sitemap>`.text}\n`
  }
  yield '</sitemapindex>\n'
}

/** One part of the sitemap, written as its addresses come: each with the time it last changed, and its picture. */
export async function* sitemapPart(
  site: Site,
  entries: AsyncIterable<MappedPage> | Iterable<MappedPage>,
): AsyncGenerator<string> {
  yield `${declaration}<urlset xmlns="${namespace}" xmlns:image="${pictures}">\n`
  for await (const entry of entries) yield* lineOf(site, entry)
  yield '</urlset>\n'
}

/** An entry that would be too long goes without its picture; what is too long even so has an address that no browser would ask for. */
function lineOf({ origin }: Site, { path, updatedAt, picture }: MappedPage): string[] {
  const address = `${origin}${encodePath(path)}`
  const image = picture ? xml`<image:image><image:loc>${absolute(picture, address)}</image:loc></image:image>` : []
  const write = (more: typeof image) => `${xml`<url><loc>${address}</loc>${lastmod(updatedAt)}${more}</url>`.text}\n`
  const line = [write(image), write([])].find((one) => Buffer.byteLength(one) <= longestEntry)
  return line === undefined ? [] : [line]
}

function lastmod(at: Date | null): Markup | never[] {
  return at ? xml`<lastmod>${instant(at)}</lastmod>` : []
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

/** What the file of such lists is called: `lists-tag`, and `lists-tag.2` for the second. */
export function listPartName({ kind, part }: ListMapPart): string {
  return `lists-${kind}${part === 1 ? '' : `.${part}`}`
}

/** Reads the name of such a file; null for any other. */
export function readListPartName(name: string): ListMapPart | null {
  const [, said, part = '1'] = /^lists-([a-z]+)(?:\.([2-9]|[1-9]\d{1,4}))?\.xml$/.exec(name) ?? []
  const kind = listKinds.find((one) => one === said)
  return kind ? { kind, part: Number(part) } : null
}
