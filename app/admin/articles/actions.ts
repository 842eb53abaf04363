'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SaveState, SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { kill } from '@/newsroom/kill'
import type { BodyFormat } from '@/newsroom/copy'
import { authorise, may } from '@/newsroom/policy'
import { toReadersPicture } from '@/newsroom/published-article'
import { toReadersHtml } from '@/newsroom/readers-html'
import { StaleWrite } from '@/newsroom/stale-write'
import { toWechatHtml } from '@/newsroom/wechat-copy'
import { changeArticle, findArticle } from '@/store/articles'
import { findLibrary } from '@/store/find-library'
import { tellPresence } from '@/store/presences'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { findSignedIn } from '../session'
import { answerSave, staleSentence } from './answer-save'
import { articleId, readCopy } from './copy-form'

/** Saves an article, and publishes or spikes it when asked to. Whatever is refused, nothing of it is written. */
export async function saveArticle(_before: SaveState, data: FormData): Promise<SaveState> {
  const by = await findSignedIn()
  const { language, db, words } = await newsroom()
  // A redirect would take the page away, and the words in it.
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  return answerSave(data, { db, language, act: { by, at: new Date() } })
}

const look = z.object({ body: z.string(), format: z.enum(['markdown', 'html']) })

/** How a body will look to readers, before it is saved. */
export async function previewBody(body: string, format: BodyFormat): Promise<{ html: string } | { sentence: string }> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { sentence: words.signedOut }
  try {
    authorise(by, 'write')
    const asked = look.parse({ body, format })
    const library = await findLibrary(db, { picture: null, body: asked.body, bodyFormat: asked.format })
    return { html: toReadersHtml(asked.body, asked.format, library).html }
  } catch (error) {
    return { sentence: sentenceFor(error, language) }
  }
}

/** Says that somebody has an article open, and tells the names of the others who have. */
export async function tellPresenceAt(id: number): Promise<string[]> {
  const by = await findSignedIn()
  const { db } = await newsroom()
  const article = by && (await findArticle(db, z.number().parse(id)))
  if (!article || !may(by, 'read-desk', article)) return []
  return tellPresence(db, { articleId: article.id, staffId: by.id, at: new Date() })
}

const wechatForm = z.object({ id: articleId })

/** An article as it stands in the form, the way 公众号 takes it. */
export async function readForWechat(data: FormData): Promise<{ html: string; text: string } | { sentence: string }> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { sentence: words.signedOut }
  try {
    const { id } = wechatForm.parse(Object.fromEntries(data))
    const before = id === null ? null : await findArticle(db, id)
    authorise(by, before ? 'read-desk' : 'write', before ?? undefined)
    const copy = readCopy(data, before?.copy ?? null)
    const library = await findLibrary(db, copy)
    const { html, text } = toReadersHtml(copy.body, copy.bodyFormat, library)
    const story = {
      ...copy,
      picture: toReadersPicture(copy.picture, library),
      headline: null,
      html,
      site: env.siteUrl,
      words: words.wechat,
    }
    return { html: toWechatHtml(story), text: [copy.headline, copy.standfirst, text].filter(Boolean).join('\n\n') }
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
