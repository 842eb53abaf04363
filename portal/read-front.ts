import { env } from '@/env'
import type { Front } from '@/newsroom/front'
import { composeFront } from '@/newsroom/compose-front'
import { oneOfTwins } from '@/newsroom/related/one-of-twins'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Fact } from '@/newsroom/site'
import { hasMoreCategories } from '@/store/categories'
import { database } from '@/store/database'
import { listPublished, listShelves } from '@/store/published'
import { dependOn } from './page-context'
import { mostNewest } from './read-newest'
import { readTwinCounts } from './read-related'
import type { LeadingCategory } from './read-site'

const shelfLength = 6
const newestStories = 60
const newestFlashes = 12

/** The front, and the newest articles of the whole paper, which the front need not show. */
export type ReadFront = Front & { newest: PublishedArticle[] }

/** The front as it is now: a handful of queries, whatever the number of categories and articles. */
export async function readFront({ leading, facts }: { leading: LeadingCategory[]; facts: Fact[] }): Promise<ReadFront> {
  dependOn('front')
  const db = await database(env.databaseUrl)
  const stories = await listPublished(db, { kind: 'story' }, { limit: newestStories })
  const flashes = await listPublished(db, { kind: 'flash' }, { limit: newestFlashes })
  const shelves = await listShelves(
    db,
    leading.map(({ id }) => id),
    shelfLength,
  )
  const onShelves = [...shelves.values()].flat()
  const twins = await readTwinCounts([...new Set([...stories, ...flashes, ...onShelves].map(({ id }) => id))])
  const front = composeFront({
    stories: oneOfTwins(stories, twins),
    flashes: oneOfTwins(flashes, twins),
    facts,
    shelves: leading.map((category) => ({ category, articles: oneOfTwins(shelves.get(category.id) ?? [], twins) })),
    moreCategories: await hasMoreCategories(db, leading.length),
  })
  return { ...front, newest: newestOf(stories, flashes) }
}

/** The newest of all, whatever their kind, without a gap: down to where the first of the two lists was cut off. */
function newestOf(stories: PublishedArticle[], flashes: PublishedArticle[]): PublishedArticle[] {
  const cuts = [stories[newestStories - 1], flashes[newestFlashes - 1]].map((last) => last?.publishedAt.getTime() ?? 0)
  return [...stories, ...flashes]
    .filter(({ publishedAt }) => publishedAt.getTime() >= Math.max(...cuts))
    .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.id - one.id)
    .slice(0, mostNewest)
}
