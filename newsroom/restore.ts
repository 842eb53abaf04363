import { isDeepStrictEqual } from 'node:util'
import type { Act, Article } from './article'
import type { Copy } from './copy'
import { Refusal } from './refusal'
import { revise } from './revise'

/** Puts the text of an older version back, as a new one: what stood there since stays in the history. */
export function restore(article: Article, older: Copy, act: Act): Article {
  if (isDeepStrictEqual(article.copy, older)) throw new Refusal('version-same')
  return revise(article, older, act)
}
