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

/** How long a link may last, in days; a week unless somebody says otherwise. */
export const previewDays = ['1', '7', '30'] as const

/** Whether a text has the shape of a link's secret: 256 bits in base64url (RFC 4648). */
export function isPreviewSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
