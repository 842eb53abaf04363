import type { Metadata } from 'next'
import { cache } from 'react'
import Address, { generateMetadata as generateAddressMetadata } from '@/app/(portal)/[...path]/page'
import { missing, MissingPage } from '@/app/(portal)/missing-page'
import { newspaper } from '@/app/(portal)/newspaper'
import { ReaderPage } from '@/app/(portal)/reader-page'
import { absolute } from '@/app/(portal)/share-card'
import { newsroom } from '@/app/admin/newsroom'
import { ArticlePage } from '@/components/article/article-page'
import { previewArticle } from '@/newsroom/preview-article'
import type { PublishedText } from '@/newsroom/published-article'
import { isShowable } from '@/newsroom/share-preview'
import { findArticle } from '@/store/articles'
import { findCategory } from '@/store/categories'
import { findPreviewed } from '@/store/preview-links'
import { secretHash } from '@/store/secrets'

type Props = { params: Promise<{ token: string }> }

/** The desk's newest text for whoever has the link; null for every other, whatever the reason. */
const findShown = cache(async (token: string): Promise<PublishedText | null> => {
  const { site, now } = await newspaper()
  const { db } = await newsroom()
  const id = await findPreviewed(db, secretHash(token), now)
  const article = id === null ? null : await findArticle(db, id)
  if (!article || !isShowable(article)) return null
  const { category: slug } = article.copy
  const category = (await findCategory(db, slug)) ?? { slug, name: slug }
  return previewArticle(article, { category, at: now, zone: site.zone })
})

/** A secret as the desk makes it. An old site may have had a category of that name: any other address here is the newspaper's. */
function isSecret(token: string): boolean {
  return /^[\w-]{43}$/.test(token)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  if (!isSecret(token)) return generateAddressMetadata(addressOf(token))
  const { words, site } = await newspaper()
  const shown = await findShown(token)
  return shown
    ? { title: `${shown.headline} - ${site.name}`, robots: { index: false, follow: false }, referrer: 'no-referrer' }
    : missing(words)
}

export default async function SharedPreview({ params }: Props) {
  const { token } = await params
  if (!isSecret(token)) return <Address {...addressOf(token)} />
  const { site, words, now } = await newspaper()
  const shown = await findShown(token)
  if (!shown) return <MissingPage />
  return (
    <ReaderPage current={shown.category.slug}>
      <ArticlePage
        article={shown}
        site={site}
        words={words}
        now={now}
        related={[]}
        twins={[]}
        shareAddress={absolute(site, shown.path)}
        preview="stranger"
      />
    </ReaderPage>
  )
}

function addressOf(token: string): { params: Promise<{ path: string[] }> } {
  return { params: Promise.resolve({ path: ['preview', token] }) }
}
