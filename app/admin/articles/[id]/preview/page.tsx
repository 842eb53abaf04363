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
        <div className="previewing">
          <PreviewBar words={words} id={id} width={width} />
          <iframe
            className="previewed"
            data-width={width}
            title={copy.headline || words.room}
            src={`/admin/articles/${id}/preview/page`}
          />
        </div>
      )}
    </ArticleRoom>
  )
}
