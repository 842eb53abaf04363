import type { Metadata } from 'next'
import { ArticleRoom } from '@/app/admin/articles/article-room'
import { PreviewedPage, previewNow } from '@/app/(preview)/previewed-page'

export const metadata: Metadata = { robots: { index: false } }

export default async function DeskPreview({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <ArticleRoom id={id} deed="read-desk">
      {async (article) => <PreviewedPage shown={await previewNow(article)} preview="desk" />}
    </ArticleRoom>
  )
}
