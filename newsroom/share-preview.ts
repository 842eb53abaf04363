import type { Act, Article } from './article'
import { authorise } from './policy'
import { Refusal } from './refusal'
import type { Staff } from './staff'

/** Lets somebody show an article to people without an account. Throws a Refusal for one that is over, or is not theirs to show. */
export function sharePreview(article: Article, { by }: Act): void {
  authorise(by, 'share-preview', article)
  if (!isShowable(article)) throw new Refusal('preview-over')
}

/**
 * Takes a link back. Whoever made it may, also once readers see the article; another's is for who may show the article now. Throws a Refusal for
 * everybody else.
 */
export function revokePreview(article: Article, { by, madeBy }: { by: Staff; madeBy: number }): void {
  authorise(by, madeBy === by.id ? 'revoke-own-preview' : 'share-preview', article)
}

/** What was killed or spiked is shown to nobody, whatever link they were given before. */
export function isShowable({ status }: Pick<Article, 'status'>): boolean {
  return status === 'draft' || status === 'published'
}

/** How long a link may last, in days; a week unless somebody says otherwise. */
export const previewDays = ['1', '7', '30'] as const
