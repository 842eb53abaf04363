import type { Metadata } from 'next'
import { ReaderPage } from '@/app/(portal)/reader-page'
import { newspaper } from '@/app/(portal)/newspaper'
import { absolute } from '@/app/(portal)/share-card'
import { ArticleRoom } from '@/app/admin/articles/article-room'
import { ArticlePage } from '@/components/article/article-page'
import { previewArticle } from '@/newsroom/preview-article'
import { findCategory } from '@/store/categories'
import { newsroom } from '@/app/admin/newsroom'

export const metadata: Metadata = { robots: { index: false } }

export default async function PreviewedPage({ params }: { params: Promise<{ id: string }> }) {
  const { site, words, now } = await newspaper()
  const { db } = await newsroom()
  const { id } = await params
  return (
    <ArticleRoom id={id} deed="read-desk">
      {async (article) => {
        const category = (await findCategory(db, article.copy.category)) ?? {
          slug: article.copy.category,
          name: article.copy.category,
        }
        const previewed = previewArticle(article, { category, at: now, zone: site.zone })
        return (
          <ReaderPage current={category.slug}>
            <ArticlePage
              article={previewed}
              site={site}
              words={words}
              now={now}
              related={[]}
              twins={[]}
              shareAddress={absolute(site, previewed.path)}
              preview="desk"
            />
          </ReaderPage>
        )
      }}
    </ArticleRoom>
  )
}
