import type { Act, Article } from './article'
import type { Copy } from './copy'
import { refuseUnfitCopy } from './copy-limits'
import { authorise } from './policy'
import { Refusal } from './refusal'

/** Saves new copy. Readers go on seeing what was published until it is published again. */
export function revise(article: Article, copy: Copy, { by, at }: Act): Article {
  refuseClosed(article)
  authorise(by, 'revise', article)
  refuseUnfitCopy(copy)
  return { ...article, version: article.version + 1, autosaved: false, copy, updatedAt: at, updatedBy: by }
}

/** Throws a Refusal for an article that is over: killed or spiked. */
export function refuseClosed({ status }: Article): void {
  if (status === 'killed') throw new Refusal('already-killed')
  if (status === 'spiked') throw new Refusal('already-spiked')
}
