import { env } from '@/env'
import type { ArticleLists } from '@/newsroom/article-lists'
import type { Identity } from '@/newsroom/identity'
import { linkSecurities } from '@/newsroom/link-securities'
import type { PublishedText } from '@/newsroom/published-article'
import type { Beside } from '@/newsroom/related/beside'
import { findAddress, type Found } from '@/store/addresses'
import { database } from '@/store/database'
import { findPublished } from '@/store/published'
import { dependOn } from './page-context'
import { readArticleLists } from './read-article-lists'
import { readBeside } from './read-related'

/** What a reader finds at a path. */
export type Answer = { is: 'article'; article: PublishedText; lists: ArticleLists; beside: Beside } | NoArticle

/** What stands at a path by itself. */
export type Standing = { is: 'article'; article: PublishedText } | NoArticle

type NoArticle =
  | { is: 'category'; slug: string }
  | { is: 'file'; id: number }
  | { is: 'moved'; to: string }
  | { is: 'gone'; notice: KillNotice }
  | { is: 'missing' }

export type KillNotice = { headline: string; publishedAt: Date; killedAt: Date; reason: string }

/** Answers a path as `readStanding` does, an article with what its page shows beside it. */
export async function readAddress(path: string): Promise<Answer> {
  const found = await readStanding(path)
  if (found.is !== 'article') return found
  const { article } = found
  const beside = await readBeside(article.id)
  // A story goes by a tag that its reports share, as it is called now.
  const { lists, reports } = await readArticleLists(article, beside.reports)
  return {
    is: 'article',
    article: { ...article, tags: lists.tags.map(({ name }) => name), html: linkSecurities(article.html) },
    lists,
    beside: { ...beside, reports },
  }
}

/**
 * Answers a path, percent-decoded, from the ledger of addresses. Static hosts also answered without the ending slash or `.html`: such a
 * path leads to the one that was meant.
 */
export async function readStanding(path: string): Promise<Standing> {
  const db = await database(env.databaseUrl)
  const article = await findPublished(db, { path })
  if (article) return answerWith(article)
  const found = await findAddress(db, path)
  dependOn(found ? decidedBy(found, path) : `address:${path}`)
  if (!found) {
    // Jekyll made its front a file of that name.
    if (path === '/index.html') return { is: 'moved', to: '/' }
    const meant = await findFirst(
      [`${path}/`, `${path}.html`, path.replace(/\/$/, '.html'), path.replace(/index\.html$/, '')].filter(
        (other) => other !== path && other !== '/',
      ),
    )
    return meant ? { is: 'moved', to: meant } : { is: 'missing' }
  }
  if (found.is === 'gone') return { is: 'gone', notice: found }
  // Published between the two questions, or kept back by its site and never public.
  if (found.is === 'article') {
    const since = await findPublished(db, { path })
    return since ? answerWith(since) : { is: 'missing' }
  }
  return found

  function answerWith(article: PublishedText): Standing {
    dependOn(`article:${article.id}`)
    return { is: 'article', article }
  }

  async function findFirst(paths: string[]): Promise<string | null> {
    for (const other of paths) {
      const there = await findAddress(db, other)
      dependOn(`address:${other}`)
      if (there) dependOn(decidedBy(there, other))
      if (there) return there.is === 'moved' ? there.to : other
    }
    return null
  }
}

/** What decides what an address answers: the article that stands or stood there, which may move on or be withdrawn, else the address itself. */
function decidedBy(found: Found, path: string): Identity {
  const id = found.is === 'moved' ? found.articleId : found.is === 'article' || found.is === 'gone' ? found.id : null
  return id === null ? `address:${path}` : `article:${id}`
}
