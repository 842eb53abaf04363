import type { Act, Article } from './article'
import { authorise } from './policy'
import { Refusal } from './refusal'
import { refuseClosed } from './revise'

/** Withdraws a published article: from now on its address tells when and why. The record stays. */
export function kill(article: Article, reason: string, { by, at }: Act): Article {
  refuseClosed(article)
  authorise(by, 'kill', article)
  if (article.status !== 'published') throw new Refusal('not-published')
  if (reason.trim() === '') throw new Refusal('reason-missing')
  return {
    ...article,
    version: article.version + 1,
    autosaved: false,
    status: 'killed',
    publishedVersion: null,
    kill: { at, reason: reason.trim() },
    updatedAt: at,
    updatedBy: by,
  }
}
