import type { Act, Article } from './article'
import { authorise } from './policy'
import { Refusal } from './refusal'

/** Lets somebody show an article to people without an account. Throws a Refusal for one that is over, or is not theirs to show. */
export function sharePreview(article: Article, { by }: Act): void {
  authorise(by, 'share-preview', article)
  if (!isShowable(article)) throw new Refusal('preview-over')
}

/** What was killed or spiked is shown to nobody, whatever link they were given before. */
export function isShowable({ status }: Pick<Article, 'status'>): boolean {
  return status === 'draft' || status === 'published'
}
