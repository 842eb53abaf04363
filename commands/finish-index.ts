import type { Database } from '@/store/database'
import { indexUnread } from '@/store/index-unread'

/**
 * Has older articles indexed for readers' searches, once after the update that brought the search. Beside everything else: it never throws, and
 * nobody waits for it. What an end leaves undone is done at the next start.
 */
export async function finishIndex(db: Database, isStopped: () => boolean): Promise<void> {
  try {
    while (!isStopped() && (await indexUnread(db, { take: 100, at: new Date() })) !== null) await breathe()
  } catch (error) {
    console.error('Older articles cannot all be found yet:', error instanceof Error ? error.message : error)
  }
}

/** Between two batches, so that whoever saves or reads has their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}
