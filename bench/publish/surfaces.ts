import { newAddress } from '@/newsroom/address'
import type { Answer } from '../http/answer-reader'
import { decoded } from '../http/decoded'

/** A place where readers meet an article, and how to tell what it shows of ours. */
export type Surface = { name: string; path: string; see: (answer: Answer) => string }

export type Stage = { category: string; slug: string; oldPage: string; at: Date; zone: string }

/** Every surface of one test article: `see` gives the mark of the newest act it shows, or what stands there instead. */
export function surfacesOf({ category, slug, oldPage, at, zone }: Stage): Surface[] {
  const article = newAddress({ id: 0, category, slug, publishedAt: at }, zone)
  return [
    {
      name: 'article',
      path: article,
      see: (answer) => (answer.status === 200 ? marksIn(answer, /act\d{6}/g) : String(answer.status)),
    },
    { name: 'front', path: '/', see: (answer) => marksIn(answer, /act\d{6}/g) },
    { name: 'category', path: `/category/${category}.html`, see: (answer) => marksIn(answer, /act\d{6}/g) },
    { name: 'old category page', path: oldPage, see: (answer) => marksIn(answer, /old\d{6}/g) },
    { name: 'categories', path: '/categories', see: (answer) => countOf(category, decoded(answer)) },
    { name: 'feed.xml', path: '/feed.xml', see: (answer) => marksIn(answer, /act\d{6}/g) },
    {
      name: 'sitemap part',
      path: mapPath(at, zone),
      see: (answer) => (decoded(answer).includes(article) ? 'listed' : 'not listed'),
    },
  ]
}

/** The same documents in large print. */
export function inLargePrint(surfaces: Surface[]): Surface[] {
  return surfaces
    .filter(({ path }) => !path.endsWith('.xml'))
    .map(({ name, path, see }) => ({ name: `${name}, large`, path: `/large${path}`, see }))
}

/** Old and new headlines at once would be two marks, and no state of ours. */
function marksIn(answer: Answer, mark: RegExp): string {
  return [...new Set(decoded(answer).match(mark))].sort().join(' ') || 'none'
}

/** How many articles `/categories` says that a category has. */
export function countOf(category: string, html: string): string {
  const list = html.slice(html.indexOf('<main'))
  const shown = new RegExp(`/category/${category}\\.html"[^>]*>[^<]*</a>[^\\d]*[^>]*>(\\d[\\d,]*)<`).exec(list)?.[1]
  return shown?.replaceAll(',', '') ?? 'no count'
}

function mapPath(at: Date, zone: string): string {
  const [year, month] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit' })
    .format(at)
    .split('-')
  return `/sitemap/${year}-${month}.xml`
}
