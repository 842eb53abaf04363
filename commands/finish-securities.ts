import type { Database } from '@/store/database'
import { readOldMarks } from '@/store/read-old-marks'

/**
 * Has the securities recorded that older articles mark, once after the update that began to record them. Beside everything else: it never
 * throws, and nobody waits for it. What an end leaves undone is done at the next start.
 */
export async function finishSecurities(db: Database, isStopped: () => boolean): Promise<void> {
  try {
    while (!isStopped() && (await readOldMarks(db, { take: 200, at: new Date() }))) await breathe()
  } catch (error) {
    console.error('Securities of older articles stay unknown:', error instanceof Error ? error.message : error)
  }
}

/** Between two batches, so that whoever saves or reads has their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}
