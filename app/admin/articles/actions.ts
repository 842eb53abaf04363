'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SaveState, SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { kill } from '@/newsroom/kill'
import { authorise } from '@/newsroom/policy'
import { toReadersHtml } from '@/newsroom/readers-html'
import { StaleWrite } from '@/newsroom/stale-write'
import { changeArticle } from '@/store/articles'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { findSignedIn } from '../session'
import { answerSave, staleSentence } from './answer-save'

/** Saves an article, and publishes or spikes it when asked to. Whatever is refused, nothing of it is written. */
export async function saveArticle(_before: SaveState, data: FormData): Promise<SaveState> {
  const by = await findSignedIn()
  const { language, db, words } = await newsroom()
  // A redirect would take the page away, and the words in it.
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  return answerSave(data, { db, language, act: { by, at: new Date() } })
}

/** How a body will look to readers, before it is saved. */
export async function previewBody(body: string): Promise<{ html: string } | { sentence: string }> {
  const by = await findSignedIn()
  const { language, words } = await newsroom()
  if (!by) return { sentence: words.signedOut }
  try {
    authorise(by, 'write')
    const text = z.string().parse(body)
    return { html: toReadersHtml(text, /^\s*<(?:p|!--|div|center|table)/.test(text) ? 'html' : 'markdown').html }
  } catch (error) {
    return { sentence: sentenceFor(error, language) }
  }
}

const killForm = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  reason: z.string().max(2000),
})

/** Withdraws a published article; its address tells the reason from the next request on. */
export async function killArticle(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, version, reason } = killForm.parse(Object.fromEntries(data))
  try {
    await changeArticle(db, id, { seenVersion: version, zone: env.zone }, (article) =>
      kill(article, reason, { by, at: new Date() }),
    )
  } catch (error) {
    return {
      outcome: 'refused',
      sentence: error instanceof StaleWrite ? staleSentence(error.theirs, language) : sentenceFor(error, language),
    }
  }
  redirect(`/admin/articles/${id}`)
}
