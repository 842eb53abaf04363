import { env } from '@/env'
import type { Identity } from '@/newsroom/identity'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { listCorrectionsOf } from '@/store/corrections'
import { type Database, database } from '@/store/database'
import { listFirstPaths } from '@/store/first-paths'
import { type Cursor, findCursor, listTexts } from '@/store/published'
import type { WithdrawnArticle } from '@/store/withdrawn'
import { dependOn } from '../page-context'
import { withTagsOfNow } from '../read-article-lists'
import { readSite } from '../read-site'
import type { Channel, Feed, FeedDocument, FeedFormat } from './feed'
import { entryId, type Saying, toEntry } from './to-entry'
import { writeFeed } from './write-feed'

/** A list of articles that feeds are made of: the whole newspaper, or what has something in common. */
export type FeedList = {
  /** Names the feed for ever, before the format: two feeds of one list are one feed. */
  idPath: string
  /** What the list is called beside the newspaper's name; null for all of it. */
  name: string | null
  /** Null where the newspaper's own says it. */
  description: string | null
  /** Where people read it. */
  homePath: string
  /** What its newest page is made of, and the page that starts after an article. */
  depends: { newest: Identity[]; older: Identity[] }
  listPublished: (db: Database, page: { after: Cursor | null; limit: number }) => Promise<PublishedArticle[]>
  listWithdrawn: (db: Database, limit: number) => Promise<WithdrawnArticle[]>
}

export type FeedWish = {
  format: FeedFormat
  /** Where this feed stands; its older pages are `after=` behind it. */
  path: string
  /** The article that the page starts after; null for the newest page. */
  after: number | null
  form: Saying['form']
  correctionHeading: Saying['correctionHeading']
}

const pageLength = 30

/**
 * Answers a list in a format, and says what the answer depends on. Null where there is no such page. Any list and any format: whoever has a
 * list gives it, and its feeds are there.
 */
export async function answerFeed(list: FeedList, wish: FeedWish): Promise<FeedDocument | null> {
  const { site } = await readSite()
  const feed = await readFeed(list, wish, site)
  return feed && writeFeed(feed, wish.format)
}

async function readFeed(list: FeedList, { path, after, ...saying }: FeedWish, site: Site): Promise<Feed | null> {
  if (after === null) dependOn(...list.depends.newest)
  else dependOn(...list.depends.older, `article:${after}`)
  const db = await database(env.databaseUrl)
  const cursor = after === null ? null : await findCursor(db, after)
  if (after !== null && !cursor) return null
  const found = await list.listPublished(db, { after: cursor, limit: pageLength + 1 })
  const articles = await withTagsOfNow(db, found.slice(0, pageLength))
  const ids = articles.map(({ id }) => id)
  const texts = await listTexts(db, ids)
  const firstPaths = await listFirstPaths(db, ids)
  const notes = await listCorrectionsOf(db, articles)
  const entries = articles.flatMap((article) => {
    const text = texts.get(article.id)
    // Killed between two questions: what asks for it again finds it gone.
    if (!text) return []
    const firstPath = firstPaths.get(article.id) ?? article.path
    const corrections = notes.get(article.id) ?? []
    return [toEntry({ ...article, ...text, corrections, firstPath }, { origin: site.origin, ...saying })]
  })
  // Older pages do not say it again: readers of feeds come back to the newest.
  const withdrawn = (after === null ? await list.listWithdrawn(db, pageLength) : []).map(
    ({ firstPath, at, reason }) => ({ id: entryId(firstPath, site.origin), at, reason }),
  )
  const last = articles.at(-1)
  const next = found.length > pageLength && last ? `${site.origin}${pageAfter(path, last.id)}` : null
  const moments = [...entries.map(({ updatedAt }) => updatedAt), ...withdrawn.map(({ at }) => at)]
  return {
    channel: { ...channelOf(list, { path, after, site }), next, updated: newestOf(moments) },
    entries,
    withdrawn,
  }
}

function channelOf(
  { idPath, name, description, homePath }: FeedList,
  { path, after, site }: { path: string; after: number | null; site: Site },
): Omit<Channel, 'next' | 'updated'> {
  const first = `${site.origin}${path}`
  return {
    id: `${site.origin}${idPath}`,
    title: name === null ? site.name : `${name} - ${site.name}`,
    description: description ?? site.description,
    language: site.language,
    newspaper: site.name,
    home: `${site.origin}${homePath}`,
    self: after === null ? first : `${site.origin}${pageAfter(path, after)}`,
    first,
    zone: site.zone,
  }
}

/** A search's feed says in its query what is looked for. */
function pageAfter(path: string, id: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}after=${id}`
}

function newestOf(moments: Date[]): Date {
  return new Date(Math.max(0, ...moments.map((at) => at.getTime())))
}
