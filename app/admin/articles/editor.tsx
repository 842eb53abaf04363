import { blankCopy } from '@/newsroom/blank-copy'
import { ArticleForm } from '@/components/desk/article-form'
import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import { type Article, isAheadOfReaders } from '@/newsroom/article'
import { may } from '@/newsroom/policy'
import type { Staff } from '@/newsroom/staff'
import { listCategories } from '@/store/categories'
import { searchPictures, takeFromAddress } from '../media/actions'
import { newsroom } from '../newsroom'
import type { TakenUp } from './take-up'
import { previewBody, readForWechat, saveArticle, tellPresenceAt } from './actions'
import { toFields } from '@/newsroom/copy-fields'

/** The editor for an article, or for one that is still to be written. */
export async function Editor({
  article,
  staff,
  takenUp = null,
}: {
  article: Article | null
  staff: Staff
  /** Copy that had been set aside, to be put together with the newest. */
  takenUp?: TakenUp | null
}) {
  const { db, words } = await newsroom()
  const categories = (await listCategories(db)).map(({ slug, name }) => ({ slug, name }))
  return (
    <ArticleForm
      words={words}
      action={saveArticle}
      preview={previewBody}
      initial={toFields(
        takenUp?.copy ?? article?.copy ?? blankCopy({ category: categories[0]?.slug ?? '', editor: staff.name }),
      )}
      id={article?.id ?? null}
      version={takenUp?.seenVersion ?? article?.version ?? 0}
      status={article?.status ?? 'draft'}
      publishedAddress={
        article?.path && article.status === 'published' ? `${env.siteUrl}${encodePath(article.path)}` : null
      }
      ahead={article ? isAheadOfReaders(article) : false}
      categories={categories}
      may={{
        publish: may(staff, 'publish', article ?? undefined),
        correct: may(staff, 'correct', article ?? undefined),
        kill: may(staff, 'kill', article ?? undefined),
        move: may(staff, 'move', article ?? undefined),
        spike: may(staff, 'spike', article ?? undefined),
      }}
      staff={{ id: staff.id, name: staff.name }}
      tellPresence={tellPresenceAt}
      readForWechat={readForWechat}
      library={{ search: searchPictures, takeFromAddress }}
      takenUp={takenUp && { conflict: takenUp.conflict, by: takenUp.by }}
    />
  )
}
