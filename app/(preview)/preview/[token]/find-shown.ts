import { cache } from 'react'
import { newspaper } from '@/app/(portal)/newspaper'
import { newsroom } from '@/app/admin/newsroom'
import { previewNow } from '@/app/(preview)/previewed-page'
import type { PublishedText } from '@/newsroom/published-article'
import { Refusal } from '@/newsroom/refusal'
import { isSecret } from '@/newsroom/secret'
import { isShowable } from '@/newsroom/share-preview'
import { findArticle } from '@/store/articles'
import { findPreviewed } from '@/store/preview-links'
import { secretHash } from '@/store/secrets'

/** The desk's newest text for whoever has the link; null for every other, whatever the reason. */
export const findShown = cache(async (token: string): Promise<PublishedText | null> => {
  if (!isSecret(token)) return null
  const { now } = await newspaper()
  const { db } = await newsroom()
  const id = await findPreviewed(db, secretHash(token), now)
  const article = id === null ? null : await findArticle(db, id)
  if (!article || !isShowable(article)) return null
  return previewNow(article).catch(refusalToNull)
})

/** Why a body cannot be shown is the desk's to know. */
function refusalToNull(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}
