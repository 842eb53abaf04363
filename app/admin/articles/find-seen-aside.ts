import type { Article } from '@/newsroom/article'
import { seesAside } from '@/newsroom/bring-back'
import type { Staff } from '@/newsroom/staff'
import { findAside } from '@/store/asides'
import type { Database } from '@/store/database'
import { findVersion } from '@/store/history'

/**
 * Copy that was set aside of an article, with the copy it was written on as `base`, null where nobody knows that any more. Null for what is
 * not there or not theirs to see.
 */
export async function findSeenAside(
  db: Database,
  { article, staff, key }: { article: Article; staff: Staff; key: string },
) {
  const aside = await findAside(db, article.id, key)
  if (!aside || !seesAside(staff, article, aside)) return null
  return { ...aside, base: await findVersion(db, article.id, aside.seenVersion) }
}
