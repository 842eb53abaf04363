import type { Conflict } from '@/components/desk/saving/writing'
import type { Article } from '@/newsroom/article'
import { baseFields } from '@/newsroom/bring-back'
import type { Copy } from '@/newsroom/copy'
import { may } from '@/newsroom/policy'
import { isShowable } from '@/newsroom/share-preview'
import type { Staff } from '@/newsroom/staff'
import { newsroom } from '../newsroom'
import { staleState } from './answer-save'
import { findSeenAside } from './find-seen-aside'

/** Copy that had been set aside, as the editor takes it up: to be put together with the newest, and with nothing sent before somebody chose. */
export type TakenUp = { copy: Copy; seenVersion: number; by: string; conflict: Conflict }

/** Takes it up; null for what is not there, is not theirs to see, or cannot be put into the article any more. */
export async function takeUp(article: Article, staff: Staff, key: string): Promise<TakenUp | null> {
  const { db, language } = await newsroom()
  if (!isShowable(article) || !may(staff, 'revise', article)) return null
  const aside = await findSeenAside(db, { article, staff, key })
  if (!aside) return null
  const { copy, seenVersion, by, base } = aside
  return {
    copy,
    seenVersion,
    by: by?.name ?? '—',
    conflict: { ...staleState(article, language), base: baseFields(base) },
  }
}
