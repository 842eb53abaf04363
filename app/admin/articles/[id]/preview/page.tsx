import { PreviewBar } from '@/components/desk/preview-frame'
import { PreviewLinks } from '@/components/desk/preview-links'
import { env } from '@/env'
import { workTime } from '@/newsroom/moment'
import { may } from '@/newsroom/policy'
import { isShowable } from '@/newsroom/share-preview'
import { listPreviewLinks } from '@/store/preview-links'
import { newsroom } from '../../../newsroom'
import { ArticleRoom } from '../../article-room'
import { makePreviewLink, revokeLink } from '../../share-preview'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ width?: string | string[] }> }

/** The article in a frame as wide as a desktop or a phone, so that the page in it behaves as it will for readers. */
export default async function PreviewArticle({ params, searchParams }: Props) {
  const { db, words, language } = await newsroom()
  const width = (await searchParams).width === 'phone' ? 'phone' : 'desktop'
  return (
    <ArticleRoom id={(await params).id} deed="read-desk">
      {async (article, staff) => {
        const { id, copy } = article
        const now = new Date()
        const shown = (at: Date) => workTime(at, { now, zone: env.zone, language })
        const mayShare = isShowable(article) && may(staff, 'share-preview', article)
        const links = mayShare ? await listPreviewLinks(db, id, now) : []
        return (
          <div className="desk previewing">
            <div>
              <PreviewBar words={words} id={id} width={width} />
              {mayShare && (
                <details className="strangers">
                  <summary>{words.preview.strangers}</summary>
                  <PreviewLinks
                    words={words}
                    id={id}
                    make={makePreviewLink}
                    revoke={revokeLink}
                    links={links.map(({ tokenHash, by, createdAt, expiresAt }) => ({
                      link: tokenHash,
                      by,
                      at: shown(createdAt),
                      until: shown(expiresAt),
                    }))}
                  />
                </details>
              )}
            </div>
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
        )
      }}
    </ArticleRoom>
  )
}
