import { env } from '@/env'
import { dayOf, dayPath, startOf } from '@/newsroom/moment'
import { excerpts, markText } from '@/newsroom/search/mark-text'
import { isBlank, type Query, readQuery } from '@/newsroom/search/read-query'
import type { Facet, Hit, SearchResult } from '@/newsroom/search/search-result'
import { textOfHtml } from '@/newsroom/text-of-html'
import { findMatches } from '@/store/article-index'
import { type Database, database } from '@/store/database'
import { findFiled } from '@/store/filed-under'
import { findAllPublished, findCursor, listShelved, listTexts } from '@/store/published'
import { type Ask, type Match, secondOf } from '@/store/search-ask'
import { dependOn } from './page-context'

const pageLength = 20
/** No count goes further: what a search costs is not to grow with the archive. */
const mostCounted = 1000
const mostFacets = 8

/** What readers find, newest first, a page of it: the first, or the one that starts after an article. Whatever was typed, there is a page. */
export async function readSearch(typed: string, after: number | null): Promise<SearchResult> {
  const query = readQuery(typed)
  const nothing = {
    query,
    hits: [],
    count: 0,
    isMore: false,
    categories: [],
    sources: [],
    months: [],
    olderAfter: null,
  }
  if (isBlank(query)) return nothing
  // Any article that comes, changes or goes may be one of those asked for.
  dependOn('front')
  const db = await database(env.databaseUrl)
  const ask = await toAsk(db, query)
  const cursor = after === null ? null : await findCursor(db, after)
  const start = cursor && { id: cursor.id, second: secondOf(cursor.publishedAt) }
  const [all, page] = await Promise.all([
    findMatches(db, ask, { after: null, limit: mostCounted + 1 }),
    start ? findMatches(db, ask, { after: start, limit: pageLength + 1 }) : null,
  ])
  const shown = (page ?? all).slice(0, pageLength)
  const counted = await listShelved(
    db,
    all.slice(0, mostCounted).map(({ id }) => id),
  )
  return {
    query,
    hits: await toHits(db, shown, query),
    count: Math.min(all.length, mostCounted),
    isMore: all.length > mostCounted,
    ...toFacets(counted),
    olderAfter: (page ?? all).length > pageLength ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** A query in the store's terms. */
export async function toAsk(db: Database, query: Query): Promise<Ask> {
  const filed = (filters: Query['filters']) =>
    Promise.all(filters.map(({ field, value }) => findFiled(db, field, value)))
  return {
    phrases: query.terms.map(({ folded }) => folded),
    without: query.without.map(({ folded }) => folded),
    under: await filed(query.filters),
    notUnder: (await filed(query.withoutFilters)).flat(),
    from: query.from && startOf(query.from, env.zone),
    before: query.before && startOf(query.before, env.zone),
  }
}

async function toHits(db: Database, matches: Match[], { terms }: Query): Promise<Hit[]> {
  const ids = matches.map(({ id }) => id)
  const [articles, texts] = await Promise.all([findAllPublished(db, ids), listTexts(db, ids)])
  const phrases = terms.map(({ folded }) => folded)
  return ids.flatMap((id) => {
    const article = articles.get(id)
    if (!article) return []
    const text = textOfHtml(texts.get(id)?.html ?? '')
    return [{ article, headline: markText(article.headline, phrases), excerpts: excerpts(text, phrases) }]
  })
}

function toFacets(
  found: Awaited<ReturnType<typeof listShelved>>,
): Pick<SearchResult, 'categories' | 'sources' | 'months'> {
  const months = facetsOf(monthsOf(found.map(({ publishedAt }) => publishedAt)))
  return {
    categories: facetsOf(found.map(({ category }) => category)),
    sources: facetsOf(found.flatMap(({ source }) => source ?? [])),
    months: months.sort((a, b) => (a.name < b.name ? 1 : -1)),
  }
}

/** The month of each moment, newest first. The zone is asked once for each month: to ask a thousand times would take longer than the search. */
function monthsOf(moments: Date[]): string[] {
  let month = ''
  let begins = Number.POSITIVE_INFINITY
  return moments
    .map((at) => at.getTime())
    .sort((a, b) => b - a)
    .map((at) => {
      if (at < begins) {
        const day = dayOf(new Date(at), env.zone)
        begins = startOf({ year: day.year, month: day.month }, env.zone).getTime()
        month = dayPath(day).slice(0, 7).replace('/', '-')
      }
      return month
    })
}

/** The most frequent names. */
function facetsOf(names: string[]): Facet[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostFacets)
}
