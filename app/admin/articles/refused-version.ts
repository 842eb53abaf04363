import { fill } from '@/components/desk/fill'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import type { DeskWords } from '@/messages/words'
import { exactTime } from '@/newsroom/moment'
import { StaleWrite } from '@/newsroom/stale-write'
import { sentenceFor } from '../refuse'

/** Why the page of versions makes no new one: what was refused, or who has changed the article since it was looked at. */
export function refusedVersion(
  error: unknown,
  { words, language }: { words: DeskWords; language: string },
): Extract<SimpleState, { outcome: 'refused' }> {
  if (!(error instanceof StaleWrite)) return { outcome: 'refused', sentence: sentenceFor(error, language) }
  const { updatedAt, updatedBy } = error.theirs
  const at = exactTime(updatedAt, env.zone, language)
  return { outcome: 'refused', sentence: fill(words.versions.stale, { by: updatedBy?.name ?? '—', at }) }
}
