import type { Act, Article } from './article'
import { authorise } from './policy'
import { Refusal } from './refusal'
import { refuseClosed } from './revise'

/** Drops an article that was never published. */
export function spike(article: Article, { by, at }: Act): Article {
  refuseClosed(article)
  if (article.status === 'published') throw new Refusal('already-published')
  authorise(by, 'spike', article)
  const version = article.version + 1
  return { ...article, version, autosaved: false, status: 'spiked', updatedAt: at, updatedBy: by }
}
