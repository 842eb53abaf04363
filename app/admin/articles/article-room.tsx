import type { ReactNode } from 'react'
import { RefusalPage } from '@/components/desk/refusal-page'
import type { Article } from '@/newsroom/article'
import { authorise, type Deed } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import type { Staff } from '@/newsroom/staff'
import { findArticle } from '@/store/articles'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { requireStaff } from '../session'

/** A page about one article, for who may do the deed it is for; others are told why not. */
export async function ArticleRoom({
  id,
  deed,
  children,
}: {
  id: string
  deed: Deed
  children: (article: Article, staff: Staff) => ReactNode | Promise<ReactNode>
}) {
  const { db, words, language } = await newsroom()
  const staff = await requireStaff(`/admin/articles/${id}`)
  try {
    const article = /^[1-9]\d{0,14}$/.test(id) ? await findArticle(db, Number(id)) : null
    if (!article) throw new Refusal('gone')
    authorise(staff, deed, article)
    return await children(article, staff)
  } catch (error) {
    return <RefusalPage words={words} sentence={sentenceFor(error, language)} />
  }
}
