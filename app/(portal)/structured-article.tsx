import { rfc3339 } from '@/newsroom/moment'
import { authorsOf } from '@/newsroom/byline'
import type { PublishedText } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { absolute } from './share-card'

/** The article for machines, as schema.org's NewsArticle. */
export function StructuredArticle({
  article,
  site,
  picture,
}: {
  article: PublishedText
  site: Site
  picture: string | null
}) {
  const authors = authorsOf(article.byline)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: article.summary,
    mainEntityOfPage: absolute(site, article.path),
    url: absolute(site, article.path),
    datePublished: rfc3339(article.publishedAt, site.zone),
    dateModified: rfc3339(article.updatedAt, site.zone),
    inLanguage: site.language,
    articleSection: article.category.name,
    ...(article.tags.length > 0 && { keywords: article.tags }),
    image: [picture ? absolute(site, picture) : `${site.origin}/card.png`],
    author:
      authors.length > 0
        ? authors.map((name) => ({ '@type': 'Person', name }))
        : [{ '@type': 'Organization', name: article.source?.name ?? site.name }],
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: site.origin },
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: rfc3339(at, site.zone),
      })),
    }),
    ...(article.source?.address && { isBasedOn: article.source.address }),
  }
  // `<` is written as an escape, so that no headline can close the element.
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
