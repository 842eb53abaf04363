import { encodePath } from '@/newsroom/address'
import { rfc3339 } from '@/newsroom/moment'
import type { Site } from '@/newsroom/site'
import type { MapEntry } from '@/store/published'
import type { MapPart } from './read-sitemap'
import { xml } from './xml'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The index of the sitemap's parts (sitemaps.org 0.9). */
export function sitemapIndex(site: Site, parts: MapPart[]): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="${namespace}">
${parts.map((part) => xml`<sitemap><loc>${site.origin}${mapPartPath(part)}</loc></sitemap>`)}
</sitemapindex>
`.text
}

/** One part of the sitemap, each address with the time it last changed. */
export function sitemapPart(site: Site, entries: MapEntry[]): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="${namespace}">
${entries.map(({ path, updatedAt }) => xml`<url><loc>${site.origin}${encodePath(path)}</loc><lastmod>${rfc3339(updatedAt, site.zone)}</lastmod></url>`)}
</urlset>
`.text
}

/** Where a part stands: `/sitemap/2026-11.xml`, and `/sitemap/2026-11.2.xml` where a month has a second. */
export function mapPartPath({ year, month, part }: MapPart): string {
  return `/sitemap/${year}-${String(month).padStart(2, '0')}${part === 1 ? '' : `.${part}`}.xml`
}

/** Reads the name of a part; null for any other. */
export function readMapPartName(name: string): MapPart | null {
  const [, year, month, part = '1'] = /^(\d{4})-(0[1-9]|1[0-2])(?:\.([2-9]|[1-9]\d{1,3}))?\.xml$/.exec(name) ?? []
  return year && month ? { year: Number(year), month: Number(month), part: Number(part) } : null
}
