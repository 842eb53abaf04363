import { newAddress } from './address'
import type { Article } from './article'
import type { CategoryName } from './category'
import type { Library } from './library-picture'
import { type PublishedText, toReadersPicture, toReadersText } from './published-article'
import { toReadersHtml } from './readers-html'

/** An article as readers would get it if it were published at `at`. Throws a Refusal for a body that cannot be shown. */
export function previewArticle(
  article: Article,
  { category, at, zone, library }: { category: CategoryName; at: Date; zone: string; library: Library },
): PublishedText {
  const { copy } = article
  const publishedAt = article.publishedAt ?? at
  return {
    ...copy,
    ...toReadersText(copy, toReadersHtml(copy.body, copy.bodyFormat, library)),
    picture: toReadersPicture(copy.picture, library),
    id: article.id,
    path: article.path ?? newAddress({ ...copy, id: article.id, publishedAt }, zone),
    category,
    publishedAt,
    updatedAt: at,
    correctedAt: article.corrections.at(-1)?.at ?? null,
    corrections: article.corrections,
  }
}
