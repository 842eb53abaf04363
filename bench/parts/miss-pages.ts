import { writePost } from '../corpus/corpus'
import { authors, media, securities, trades } from '../corpus/corpus-words'
import type { StorePublisher } from '../publish/store-publisher'

/** Where a page is asked for that nobody has. */
export type Turn = {
  size: number
  /** The newest article of the busiest category: what changes it makes the front and the category be made anew. */
  newest: number
  publisher: StorePublisher
  count: number
  seed: number
  needed: number
}

export type MissPage = {
  name: string
  /** A path that was not asked for before, or is to be made anew. */
  path: (turn: Turn) => Promise<string> | string
}

const [busiest] = media
export const category = busiest?.slug ?? ''

/** What most readers come to. */
export const usualPages: MissPage[] = [
  { name: 'article', path: ({ count, seed }) => writePost(seed, count).path },
  {
    name: 'old article',
    // In a small store they begin where the others end.
    path: ({ size, count, seed, needed }) =>
      writePost(seed, Math.min(Math.floor(size * 0.6), size - needed) + count).path,
  },
  { name: 'front', path: (turn) => renamed(turn, '/') },
  { name: 'category', path: (turn) => renamed(turn, `/category/${category}.html`) },
  {
    name: 'deep category page',
    path: ({ size, count }) => `/category/${category}.html?after=${Math.floor(size * 0.5) + count}`,
  },
]

const named = {
  tag: `/tag/${encodeURIComponent(trades[0] ?? '')}`,
  source: `/source/${encodeURIComponent(busiest?.name ?? '')}`,
  author: `/author/${encodeURIComponent(authors[0] ?? '')}`,
  security: `/security/sh.${securities[0]?.code}`,
}

/** Every kind of list, its newest page and one from its middle. */
export const listPages: MissPage[] = [
  ...Object.entries({
    ...named,
    'archive of a day': '/archive/2026/10/29',
    'archive of a month': '/archive/2026/10',
    'archive of a year': '/archive/2026',
    'running wire': '/flash',
    categories: '/categories',
    'corrections page': '/corrections',
    'search for a common word': '/search?q=%E4%BC%81%E4%B8%9A',
    'feed of a tag': `${named.tag}/feed.atom`,
  }).map(([name, path]): MissPage => ({ name, path: (turn) => turn.publisher.dropAll().then(() => path) })),
  ...Object.entries({ ...named, 'running wire': '/flash' }).map(
    ([name, path]): MissPage => ({
      name: `${name}, a deep page`,
      path: ({ size, count }) => `${path}?after=${Math.floor(size * 0.5) + count}`,
    }),
  ),
]

/** Changes what stands on the front and at the top of the category. */
async function renamed({ publisher, newest, count }: Turn, path: string): Promise<string> {
  await publisher.rename(newest, `测量稿第 ${count} 次 ${path.length}`)
  return path
}
