import type { Metadata } from 'next'
import { encodePath } from '@/newsroom/address'
import { type FeedFormat, feedFormats, feedTypes } from '@/portal/feeds/feed'
import { summarise } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

export type Card = {
  /** The path of the page, as the ledger has it. */
  path: string
  title: string
  description: string
  picture?: { address: string; alt: string; width: number | null; height: number | null } | null
  /** The list that the page shows, where that has feeds of its own below an address. */
  list?: { path: string; name: string } | null
  /** Where the page's text stands as Markdown. */
  markdown?: string
  article?: { publishedAt: string; updatedAt: string; section: string; tags: string[] }
}

/** What a chat, a search engine or another newspaper shows for a page: at most 120 characters of description, every address absolute. */
export function shareCard(site: Site, { path, title, description, picture, list, markdown, article }: Card): Metadata {
  const address = absolute(site, path)
  const image = picture
    ? {
        url: absolute(site, picture.address),
        alt: picture.alt,
        ...(picture.width && picture.height && { width: picture.width, height: picture.height }),
      }
    : { url: `${site.origin}/card.png`, alt: site.name, width: 1200, height: 630 }
  const text = summarise(description) || site.name
  return {
    title: path === '/' ? site.name : `${title} - ${site.name}`,
    description: text,
    alternates: {
      canonical: address,
      types: alternatesOf(site, { list, markdown }),
    },
    openGraph: {
      type: article ? 'article' : 'website',
      siteName: site.name,
      locale: site.language.replace('-', '_'),
      title,
      description: text,
      url: address,
      images: [image],
      ...(article && {
        publishedTime: article.publishedAt,
        modifiedTime: article.updatedAt,
        section: article.section,
        tags: article.tags,
      }),
    },
    twitter: { card: picture ? 'summary_large_image' : 'summary' },
  }
}

/** The page's own feeds, then the newspaper's, in each format; and its text as Markdown. */
export function alternatesOf(
  site: Site,
  { list, query = '', markdown }: Pick<Card, 'list' | 'markdown'> & { query?: string } = {},
): NonNullable<NonNullable<Metadata['alternates']>['types']> {
  const own = (format: FeedFormat) =>
    list
      ? [
          {
            url: `${site.origin}${encodePath(`${list.path}/feed.${format}`)}${query}`,
            title: `${list.name} - ${site.name}`,
          },
        ]
      : []
  const whole = { atom: '/feed.xml', rss: '/feed.rss', json: '/feed.json' }
  return {
    ...Object.fromEntries(
      feedFormats.map((format) => [
        feedTypes[format],
        [...own(format), { url: `${site.origin}${whole[format]}`, title: site.name }],
      ]),
    ),
    ...(markdown && { 'text/markdown': [{ url: `${site.origin}${encodePath(markdown)}` }] }),
  }
}

/** An address that stands by itself: paths get the site's origin, others' addresses stay as they are. */
export function absolute(site: Site, address: string): string {
  return /^https?:\/\//.test(address) ? address : `${site.origin}${encodePath(address)}`
}
