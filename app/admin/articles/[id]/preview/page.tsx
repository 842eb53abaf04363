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
        // A reporter whose article readers see by now may still take back what was shown of it before.
        const mayEndOwn = isShowable(article) && may(staff, 'revoke-own-preview', article)
        const createdById = mayShare ? undefined : staff.id
        const { links, besides } =
          mayShare || mayEndOwn
            ? await listPreviewLinks(db, { articleId: id, at: now, createdById })
            : { links: [], besides: 0 }
        return (
          <div className="desk previewing">
            <div>
              <PreviewBar words={words} id={id} width={width} />
              {(mayShare || mayEndOwn) && (
                <details className="strangers">
                  <summary>{words.preview.strangers}</summary>
                  <PreviewLinks
                    words={words}
                    id={id}
                    besides={besides}
                    make={mayShare ? makePreviewLink : null}
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
