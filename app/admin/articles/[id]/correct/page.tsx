import { CorrectForm } from '@/components/desk/correct-form'
import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import { isAheadOfReaders } from '@/newsroom/article'
import { workTime } from '@/newsroom/moment'
import { refuseUncorrectable } from '@/newsroom/correct'
import { newsroom } from '../../../newsroom'
import { ArticleRoom } from '../../article-room'
import { correctArticle } from './correct-article'

export default async function CorrectArticle({ params }: { params: Promise<{ id: string }> }) {
  const { language, words } = await newsroom()
  return (
    <ArticleRoom id={(await params).id} deed="correct">
      {(article) => {
        refuseUncorrectable(article)
        const { id, version, copy, path, corrections } = article
        return (
          <CorrectForm
            action={correctArticle}
            words={words}
            article={{
              id,
              version,
              headline: copy.headline,
              address: path ? `${env.siteUrl}${encodePath(path)}` : '',
              ahead: isAheadOfReaders(article),
              corrections: [...corrections].reverse().map(({ at, text }) => ({
                at: workTime(at, { now: new Date(), zone: env.zone, language }),
                text,
              })),
            }}
          />
        )
      }}
    </ArticleRoom>
  )
}
