import { encodePath } from '@/newsroom/address'
import { rfc3339 } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { declaration, type Markup, sayable, xml } from './xml'

/** The news of two days for search engines (Google's news sitemap). What has no words for a headline is left out. */
export function newsMap(site: Site, articles: PublishedArticle[]): string {
  const said = articles.filter(({ headline }) => sayable(headline).trim() !== '')
  return (
    declaration +
    xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${said.map((article) => toUrl(article, site))}
</urlset>
`.text
  )
}

function toUrl({ path, headline, publishedAt }: PublishedArticle, site: Site): Markup {
  const publication = xml`<news:publication><news:name>${site.name}</news:name><news:language>${languageOf(site)}</news:language></news:publication>`
  const date = xml`<news:publication_date>${rfc3339(publishedAt, site.zone)}</news:publication_date>`
  return xml`<url><loc>${site.origin}${encodePath(path)}</loc><news:news>${publication}${date}<news:title>${headline}</news:title></news:news></url>`
}

/** A language without its region, except that Chinese says which script it is written in, by the region that stands for it. */
function languageOf({ language }: Site): string {
  const [first = '', ...rest] = language.toLowerCase().split('-')
  if (first !== 'zh') return first
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-tw' : 'zh-cn'
}
