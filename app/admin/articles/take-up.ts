import type { Conflict } from '@/components/desk/saving/writing'
import type { Article } from '@/newsroom/article'
import { baseFields, seesAside } from '@/newsroom/bring-back'
import type { Copy } from '@/newsroom/copy'
import { may } from '@/newsroom/policy'
import { isShowable } from '@/newsroom/share-preview'
import type { Staff } from '@/newsroom/staff'
import { findAside, listAsides } from '@/store/asides'
import { findVersion } from '@/store/history'
import { newsroom } from '../newsroom'
import { staleState } from './answer-save'

/** Copy that had been set aside, as the editor takes it up: to be put together with the newest, and with nothing sent before somebody chose. */
export type TakenUp = { copy: Copy; seenVersion: number; by: string; conflict: Conflict }

/** Takes it up; null for what is not there, is not theirs to see, or cannot be put into the article any more. */
export async function takeUp(article: Article, staff: Staff, key: string): Promise<TakenUp | null> {
  const { db, language } = await newsroom()
  if (!isShowable(article) || !may(staff, 'revise', article)) return null
  const known = (await listAsides(db, article.id)).find((aside) => aside.key === key)
  const copy = known && seesAside(staff, article, known) ? await findAside(db, article.id, key) : null
  if (!known || !copy) return null
  const base = baseFields(await findVersion(db, article.id, known.seenVersion))
  return {
    copy,
    seenVersion: known.seenVersion,
    by: known.by?.name ?? '—',
    conflict: { ...staleState(article, language), base },
  }
}
