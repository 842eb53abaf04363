import { startOf } from '@/newsroom/moment'
import type { Field } from '@/newsroom/search/fields'
import type { Query } from '@/newsroom/search/read-query'
import type { Database } from './database'
import { findFiled } from './filed-under'
import type { Ask } from './search-ask'

/** What a reader's query comes to in the store: names are numbers now, and days are those of the site's zone. */
export async function askOf(db: Database, query: Query<Field>, zone: string): Promise<Ask> {
  const filed = (filters: Query['filters']) =>
    Promise.all(filters.map(({ field, value }) => findFiled(db, field, value)))
  return {
    phrases: query.terms.map(({ folded }) => folded),
    without: query.without.map(({ folded }) => folded),
    under: await filed(query.filters),
    notUnder: (await filed(query.withoutFilters)).flat(),
    from: query.from && startOf(query.from, zone),
    before: query.before && startOf(query.before, zone),
  }
}
