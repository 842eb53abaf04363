import { fill } from '@/components/desk/fill'
import { MoveForm } from '@/components/desk/move-form'
import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import { nameInPath } from '@/newsroom/address-path'
import { isAheadOfReaders } from '@/newsroom/article'
import { wallTime, workTime } from '@/newsroom/moment'
import { standingOf } from '@/newsroom/move'
import { listAddressesOf } from '@/store/addresses'
import { findCategory } from '@/store/categories'
import { newsroom } from '../../../newsroom'
import { ArticleRoom } from '../../article-room'
import { moveArticle } from '../../move-article'

export default async function MoveArticle({ params }: { params: Promise<{ id: string }> }) {
  const { db, language, words } = await newsroom()
  return (
    <ArticleRoom id={(await params).id} deed="move">
      {async (article) => {
        const { path, publishedAt } = standingOf(article)
        const [addresses, category] = await Promise.all([
          listAddressesOf(db, article.id),
          findCategory(db, article.copy.category),
        ])
        return (
          <MoveForm
            action={moveArticle}
            words={words}
            site={env.siteUrl}
            article={{
              id: article.id,
              version: article.version,
              headline: article.copy.headline,
              category: { slug: article.copy.category, name: category?.name ?? article.copy.category },
              path,
              slug: nameInPath(path, article.id) ?? '',
              publishedAt: wallTime(publishedAt, env.zone),
              zone: env.zone,
              ahead: isAheadOfReaders(article),
              addresses: addresses.map(({ path, state, since }) => ({
                path,
                state,
                link: encodePath(path),
                since: fill(words.move.since, { at: workTime(since, { now: new Date(), zone: env.zone, language }) }),
              })),
            }}
          />
        )
      }}
    </ArticleRoom>
  )
}
