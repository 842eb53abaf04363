'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { correct } from '@/newsroom/correct'
import { Refusal } from '@/newsroom/refusal'
import { StaleWrite } from '@/newsroom/stale-write'
import { changeArticle, findArticle } from '@/store/articles'
import { findLibrary } from '@/store/find-library'
import { newsroom } from '../../../newsroom'
import { sentenceFor } from '../../../refuse'
import { findSignedIn } from '../../../session'
import { staleSentence } from '../../answer-save'

const form = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  text: z.string().max(10_000),
})

/** Tells readers that an error in a published article was put right; they find the note with their next request. */
export async function correctArticle(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, version, text } = form.parse(Object.fromEntries(data))
  try {
    const before = await findArticle(db, id)
    if (!before) throw new Refusal('gone')
    const library = await findLibrary(db, before.copy)
    await changeArticle(db, id, { seenVersion: version, zone: env.zone }, (article) =>
      correct(article, text, { by, at: new Date() }, library),
    )
  } catch (error) {
    return {
      outcome: 'refused',
      sentence: error instanceof StaleWrite ? staleSentence(error.theirs, language) : sentenceFor(error, language),
    }
  }
  redirect(`/admin/articles/${id}`)
}
