import { newspaper } from '@/app/(portal)/newspaper'
import { ReaderPage } from '@/app/(portal)/reader-page'
import { absolute } from '@/app/(portal)/share-card'
import { newsroom } from '@/app/admin/newsroom'
import { ArticlePage } from '@/components/article/article-page'
import type { Article } from '@/newsroom/article'
import { previewArticle } from '@/newsroom/preview-article'
import type { PublishedText } from '@/newsroom/published-article'
import { nothingBeside } from '@/newsroom/related/beside'
import { findCategory } from '@/store/categories'
import { findLibrary } from '@/store/find-library'

/** The page of a text that is not published, for the desk or for a stranger. */
export async function PreviewedPage({ shown, preview }: { shown: PublishedText; preview: 'desk' | 'stranger' }) {
  const { site, words, now } = await newspaper()
  return (
    <ReaderPage current={shown.category.slug}>
      <ArticlePage
        article={shown}
        site={site}
        words={words}
        now={now}
        beside={nothingBeside}
        shareAddress={absolute(site, shown.path)}
        preview={preview}
      />
    </ReaderPage>
  )
}

/** The desk's newest text as readers would get it now. Throws a Refusal for a body that cannot be shown. */
export async function previewNow(article: Article): Promise<PublishedText> {
  const { site, now } = await newspaper()
  const { db } = await newsroom()
  const { category: slug } = article.copy
  const category = (await findCategory(db, slug)) ?? { slug, name: slug }
  return previewArticle(article, {
    category,
    at: now,
    zone: site.zone,
    library: await findLibrary(db, article.copy),
  })
}
