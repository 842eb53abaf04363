import { readerWords } from '@/messages/words'
import { encodePath } from '@/newsroom/address'
import { categoryPath } from '@/newsroom/category'
import { isoDay } from '@/newsroom/moment'
import { llmsTxt } from '@/portal/markdown/llms-txt'
import { markdownPath } from '@/portal/markdown/read-markdown'
import { readCategories } from '@/portal/read-category'
import { readLatest } from '@/portal/read-newest'
import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  const words = readerWords(site.language).llms
  const at = (path: string) => `${site.origin}${encodePath(path)}`
  const text = llmsTxt({
    site,
    lead: words.lead,
    sections: [
      {
        title: words.newest,
        links: (await readLatest()).map(({ path, headline, publishedAt }) => ({
          name: headline,
          address: at(markdownPath(path)),
          note: isoDay(publishedAt, site.zone),
        })),
      },
      {
        title: words.categories,
        links: (await readCategories()).map(({ slug, name, description }) => ({
          name,
          address: at(categoryPath(slug)),
          note: description,
        })),
      },
      {
        title: words.all,
        links: [
          { name: 'Atom', address: at('/feed.atom'), note: words.feedNote },
          { name: 'JSON Feed', address: at('/feed.json'), note: words.feedNote },
          { name: words.map, address: at('/sitemap.xml'), note: words.mapNote },
          { name: words.newsMap, address: at('/news-sitemap.xml'), note: words.newsMapNote },
        ],
      },
    ],
  })
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
}
