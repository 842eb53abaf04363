import type { Metadata } from 'next'
import { cache } from 'react'
import { ArticlePage } from '@/components/article/article-page'
import { KilledNotice } from '@/components/article/notices'
import { decodePath } from '@/newsroom/address'
import { rfc3339 } from '@/newsroom/moment'
import type { PublishedText } from '@/newsroom/published-article'
import { markdownPath } from '@/portal/markdown/read-markdown'
import { pageContext } from '@/portal/page-context'
import { readAddress } from '@/portal/read-address'
import { leadTo } from '../lead-to'
import { missing, MissingPage } from '../missing-page'
import { newspaper } from '../newspaper'
import { ReaderPage } from '../reader-page'
import { absolute, shareCard } from '../share-card'
import { StructuredArticle } from '../structured-article'

type Props = { params: Promise<{ path: string[] }> }

const answerTo = cache(async (path: string) => {
  const answer = await readAddress(path)
  if (answer.is === 'moved') leadTo(answer.to)
  return answer
})

async function answer({ params }: Props) {
  const asked = pageContext()?.path ?? `/${(await params).path.join('/')}`
  const path = decodePath(asked)
  return path === null ? { is: 'missing' as const } : answerTo(path)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { site, words } = await newspaper()
  const found = await answer(props)
  if (found.is === 'gone') return { title: `${words.killedHeading} - ${site.name}`, robots: { index: false } }
  if (found.is !== 'article') return missing(words)
  const { article } = found
  return {
    ...shareCard(site, {
      path: article.path,
      title: article.headline,
      description: article.summary,
      picture: pictureOf(article),
      markdown: markdownPath(article.path),
      article: {
        publishedAt: rfc3339(article.publishedAt, site.zone),
        updatedAt: rfc3339(article.updatedAt, site.zone),
        section: article.category.name,
        tags: article.tags,
      },
    }),
    ...(article.byline && { authors: [{ name: article.byline }] }),
  }
}

export default async function Address(props: Props) {
  const { site, words, now } = await newspaper()
  const found = await answer(props)
  if (found.is === 'gone') {
    const context = pageContext()
    if (context) context.status = 410
    return (
      <ReaderPage path={context?.path ?? '/'}>
        <KilledNotice notice={found.notice} site={site} words={words} />
      </ReaderPage>
    )
  }
  if (found.is !== 'article') return <MissingPage />
  const { article, lists, beside } = found
  return (
    <ReaderPage current={article.category.slug} path={article.path}>
      <ArticlePage
        article={article}
        site={site}
        words={words}
        now={now}
        beside={beside}
        lists={lists}
        shareAddress={absolute(site, article.path)}
      />
      <StructuredArticle article={article} site={site} picture={pictureOf(article)?.address ?? null} />
    </ReaderPage>
  )
}

/** The lead picture, else the first one in the text. */
function pictureOf(article: PublishedText) {
  if (article.picture) return article.picture
  const first = /<img src="([^"]+)" alt="([^"]*)"/.exec(article.html)
  return first?.[1]
    ? { address: first[1].replace(/&#x26;|&amp;/g, '&'), alt: first[2] ?? '', width: null, height: null }
    : null
}
