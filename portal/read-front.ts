import { env } from '@/env'
import type { Front } from '@/newsroom/front'
import { composeFront } from '@/newsroom/compose-front'
import type { Fact } from '@/newsroom/site'
import { hasMoreCategories, type RankedCategory } from '@/store/categories'
import { database } from '@/store/database'
import { listPublished, listShelves } from '@/store/published'
import { dependOn } from './page-context'

const shelfLength = 6
const newestStories = 60
const newestFlashes = 12

/** The front as it is now: a handful of queries, whatever the number of categories and articles. */
export async function readFront({ leading, facts }: { leading: RankedCategory[]; facts: Fact[] }): Promise<Front> {
  dependOn('front')
  const db = await database(env.databaseUrl)
  const stories = await listPublished(db, { kind: 'story' }, { limit: newestStories })
  const flashes = await listPublished(db, { kind: 'flash' }, { limit: newestFlashes })
  const shelves = await listShelves(
    db,
    leading.map(({ id }) => id),
    shelfLength,
  )
  return composeFront({
    stories,
    flashes,
    facts,
    shelves: leading.map((category) => ({ category, articles: shelves.get(category.id) ?? [] })),
    moreCategories: await hasMoreCategories(db, leading.length),
  })
}
