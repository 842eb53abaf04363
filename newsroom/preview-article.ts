import { newAddress } from './address'
import type { Article } from './article'
import type { CategoryName } from './category'
import { type PublishedText, toReadersText } from './published-article'

/** An article as readers would get it if it were published at `at`. Throws a Refusal for a body that cannot be shown. */
export function previewArticle(
  article: Article,
  { category, at, zone }: { category: CategoryName; at: Date; zone: string },
): PublishedText {
  const { copy } = article
  const publishedAt = article.publishedAt ?? at
  return {
    ...copy,
    ...toReadersText(copy),
    id: article.id,
    path: article.path ?? newAddress({ ...copy, id: article.id, publishedAt }, zone),
    category,
    publishedAt,
    updatedAt: at,
  }
}
