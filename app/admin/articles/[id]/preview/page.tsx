import { PreviewBar } from '@/components/desk/preview-frame'
import { newsroom } from '../../../newsroom'
import { ArticleRoom } from '../../article-room'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ width?: string | string[] }> }

/** The article in a frame as wide as a desktop or a phone, so that the page in it behaves as it will for readers. */
export default async function PreviewArticle({ params, searchParams }: Props) {
  const { words } = await newsroom()
  const width = (await searchParams).width === 'phone' ? 'phone' : 'desktop'
  return (
    <ArticleRoom id={(await params).id} deed="read-desk">
      {({ id, copy }) => (
        <div className="desk previewing">
          <PreviewBar words={words} id={id} width={width} />
          <main id="main">
            <h1 className="sr">{copy.headline || words.room}</h1>
            <iframe
              className="previewed"
              data-width={width}
              title={words.preview.label}
              src={`/admin/articles/${id}/preview/page`}
            />
          </main>
        </div>
      )}
    </ArticleRoom>
  )
}
