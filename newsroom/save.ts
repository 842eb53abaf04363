import { isDeepStrictEqual } from 'node:util'
import type { Act, Article } from './article'
import type { Copy } from './copy'
import { authorise } from './policy'
import { refuseClosed, revise } from './revise'

/** Saves copy because somebody says so. What changes nothing is no new version, but makes one of what the editor had saved by itself. */
export function save(article: Article, copy: Copy, act: Act): Article {
  if (!isDeepStrictEqual(article.copy, copy)) return revise(article, copy, act)
  refuseClosed(article)
  authorise(act.by, 'revise', article)
  return article.autosaved ? { ...article, autosaved: false, updatedAt: act.at, updatedBy: act.by } : article
}
