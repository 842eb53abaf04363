import { encodePath } from '@/newsroom/address'
import { rfc3339 } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { declaration, sayable, xml } from './xml'

/** The news of two days for search engines (Google's news sitemap), written as it comes. What has no words for a headline is left out. */
export async function* newsMap(
  site: Site,
  articles: AsyncIterable<PublishedArticle> | Iterable<PublishedArticle>,
): AsyncGenerator<string> {
  yield `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n`
  for await (const { path, headline, publishedAt } of articles) {
    if (sayable(headline).trim() === '') continue
    const news = xml`<news:news><news:publication><news:name>${site.name}</news:name><news:language>${languageOf(site)}</news:language></news:publication><news:publication_date>${rfc3339(publishedAt, site.zone)}</news:publication_date><news:title>${headline}</news:title></news:news>`
    yield `${xml`<url><loc>${site.origin}${encodePath(path)}</loc>${news}</url>`.text}\n`
  }
  yield '</urlset>\n'
}

/** A language without its region, except that Chinese says which script it is written in, by the region that stands for it. */
function languageOf({ language }: Site): string {
  const [first = '', ...rest] = language.toLowerCase().split('-')
  if (first !== 'zh') return first
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-tw' : 'zh-cn'
}
