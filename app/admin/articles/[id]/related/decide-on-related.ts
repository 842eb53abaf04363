'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { relatedActs } from '@/newsroom/related/decide'
import { saveRelatedDecision } from '@/store/related-desk'
import { newsroom } from '../../../newsroom'
import { answering } from '../../../refuse'
import { findSignedIn } from '../../../session'

const form = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().nonnegative(),
  act: z.enum(relatedActs),
  other: z.coerce.number().int().positive().optional(),
})

/** Says what an article has to do with another; readers see it from the next request on. */
export async function decideOnRelated(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, version, act, other = null } = form.parse(Object.fromEntries(data))
  return answering(language, async () => {
    await saveRelatedDecision(db, id, { act, otherId: other, seenVersion: version }, { by, at: new Date() })
    refresh()
    return { sentence: words.related.done[act] }
  })
}
