import { encodePath } from '@/newsroom/address'
import { authorsOf } from '@/newsroom/byline'
import { rfc3339 } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { type Markup, xml } from './xml'

/** The newest articles as Atom (RFC 4287). An entry's id is its address without `.html`, as the old site's feed had it. */
export function atomFeed({
  site,
  articles,
  selfPath,
}: {
  site: Site
  articles: (PublishedArticle & { html: string })[]
  selfPath: string
}): string {
  const updated = articles.reduce(
    (newest: Date, { updatedAt }) => (updatedAt > newest ? updatedAt : newest),
    new Date(0),
  )
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${site.origin}${selfPath}</id>
<title>${site.name}</title>
<subtitle>${site.description}</subtitle>
<link href="${site.origin}${selfPath}" rel="self" type="application/atom+xml"/>
<link href="${site.origin}/" rel="alternate" type="text/html" hreflang="${site.language}"/>
<updated>${rfc3339(updated, site.zone)}</updated>
<generator uri="https://github.com/dibao/dibao">Dibao</generator>
${articles.map((article) => entry(site, article))}
</feed>
`.text
}

function entry(site: Site, article: PublishedArticle & { html: string }): Markup {
  const address = `${site.origin}${encodePath(article.path)}`
  const authors = authorsOf(article.byline)
  return xml`<entry>
<id>${address.replace(/\.html$/, '')}</id>
<title type="text">${article.headline}</title>
<link href="${address}" rel="alternate" type="text/html"/>
<published>${rfc3339(article.publishedAt, site.zone)}</published>
<updated>${rfc3339(article.updatedAt, site.zone)}</updated>
${(authors.length > 0 ? authors : [article.source?.name ?? site.name]).map((name) => xml`<author><name>${name}</name></author>`)}
${[article.category.name, ...article.tags].map((term) => xml`<category term="${term}"/>`)}
<summary type="text">${article.summary}</summary>
<content type="html" xml:base="${address}">${article.html}</content>
</entry>`
}
