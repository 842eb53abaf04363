import { isDeepStrictEqual } from 'node:util'
import type { Act, Article } from './article'
import type { Copy } from './copy'
import { revise } from './revise'

/** Saves what somebody is still typing: readers go on seeing what was published, and it counts as nobody's version until it is saved. */
export function autosave(article: Article, copy: Copy, act: Act): Article {
  if (isDeepStrictEqual(article.copy, copy)) return article
  return { ...revise(article, copy, act), autosaved: true }
}
