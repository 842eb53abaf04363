import type { Act, Article } from './article'
import { longestCorrection } from './correction'
import type { Library } from './library-picture'
import { authorise } from './policy'
import { publish } from './publish'
import { Refusal } from './refusal'
import { refuseClosed } from './revise'

/**
 * Tells readers that an error in a published article was put right: a note that stays with it, and the newest text, which they see from now
 * on whether or not it is another than before. Throws a Refusal for an article that readers do not see, for a note that says nothing or too
 * much, and for a text that may not be published.
 */
export function correct(article: Article, text: string, { by, at }: Act, library: Library): Article {
  authorise(by, 'correct', article)
  refuseUncorrectable(article)
  const note = text.trim()
  if (note === '') throw new Refusal('correction-missing')
  const length = [...note].length
  if (length > longestCorrection) throw new Refusal('correction-long', { length, most: longestCorrection })
  // A version of its own, so that the same form sent twice corrects once.
  const next = publish({ ...article, version: article.version + 1 }, { by, at }, library)
  return { ...next, corrections: [...article.corrections, { at, text: note }] }
}

/** Throws a Refusal for an article that readers do not see: there is nothing to put right before them. */
export function refuseUncorrectable(article: Article): void {
  refuseClosed(article)
  if (article.status !== 'published') throw new Refusal('correction-unpublished')
}
