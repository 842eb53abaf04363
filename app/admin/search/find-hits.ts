import { env } from '@/env'
import { deskBody } from '@/newsroom/desk-text'
import { seesOwnOnly } from '@/newsroom/policy'
import type { DeskField } from '@/newsroom/search/fields'
import { excerpts, markText } from '@/newsroom/search/mark-text'
import type { Filter, Query } from '@/newsroom/search/read-query'
import { statusNamed } from '@/newsroom/search/status-named'
import type { Status } from '@/newsroom/article'
import type { Staff } from '@/newsroom/staff'
import { findAllArticles } from '@/store/articles'
import { askOf } from '@/store/ask-of'
import type { Database } from '@/store/database'
import { type DeskAsk, type DeskMatch, type DeskPlace, findForDesk } from '@/store/desk-search'
import { findVersion } from '@/store/history'
import { findStaffNamed } from '@/store/staff'
import type { DeskHit } from '@/components/desk/search-hits'

const pageLength = 20

/** What somebody at the desk finds of what they may see, a page of it, and where the next one starts. */
export async function findHits(
  db: Database,
  query: Query<DeskField>,
  { staff, place }: { staff: Staff; place: DeskPlace },
): Promise<{ hits: Omit<DeskHit, 'time'>[]; times: Date[]; next: DeskPlace | null }> {
  const ask = await deskAskOf(db, query, staff)
  const { found, next } = await findForDesk(db, ask, { place, limit: pageLength })
  const articles = await findAllArticles(
    db,
    found.map(({ articleId }) => articleId),
  )
  const hits = await Promise.all(found.map((match) => toHit(match)))
  return {
    hits: hits.flatMap((hit) => (hit ? [hit.hit] : [])),
    times: hits.flatMap((hit) => (hit ? [hit.at] : [])),
    next,
  }

  async function toHit({ articleId, version, second }: DeskMatch) {
    const article = articles.get(articleId)
    const isNow = version === null || version === article?.version
    const copy = isNow ? article?.copy : await findVersion(db, articleId, version)
    if (!article || !copy) return null
    const { kicker, standfirst, headline } = copy
    // The index has them as well, so that what was found there can be seen.
    const text = [kicker, standfirst, deskBody(copy).text].filter(Boolean).join('\n')
    const hit = {
      id: articleId,
      oldVersion: isNow ? null : version,
      status: article.status,
      headline: markText(headline, ask.phrases),
      excerpts: excerpts(text, ask.phrases),
      by: article.createdBy?.name ?? copy.source?.name ?? copy.byline,
    }
    return { hit, at: new Date(second * 1000) }
  }
}

/** The policy is part of what is asked: who sees only their own finds nothing else. */
async function deskAskOf(db: Database, query: Query<DeskField>, staff: Staff): Promise<DeskAsk> {
  const readers = { ...query, filters: filed(query.filters), withoutFilters: filed(query.withoutFilters) }
  const people = (filters: Filter<DeskField>[]) =>
    Promise.all(filters.filter(({ field }) => field === 'who').map(({ value }) => numbersOf(db, value, staff)))
  const asked = statusesIn(query.filters)
  return {
    ...(await askOf(db, readers, env.zone)),
    owner: seesOwnOnly(staff) ? staff.id : null,
    // Of two different states nothing is.
    statuses: asked.length === 0 ? null : asked.reduce((both, one) => both.filter((status) => one.includes(status))),
    notStatuses: statusesIn(query.withoutFilters).flat(),
    who: await people(query.filters),
    notWho: (await people(query.withoutFilters)).flat(),
  }
}

function filed(filters: Filter<DeskField>[]): Filter[] {
  return filters.flatMap(({ field, value }) => (field === 'status' || field === 'who' ? [] : [{ field, value }]))
}

/** A word that names no state asks for what does not exist. */
function statusesIn(filters: Filter<DeskField>[]): Status[][] {
  return filters
    .filter(({ field }) => field === 'status')
    .map(({ value }) => statusNamed(value))
    .map((status) => (status ? [status] : []))
}

async function numbersOf(db: Database, name: string, staff: Staff): Promise<number[]> {
  return name === '我' || name.toLowerCase() === 'me' ? [staff.id] : findStaffNamed(db, name)
}
