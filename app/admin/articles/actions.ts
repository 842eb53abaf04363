'use server'

import { isDeepStrictEqual } from 'node:util'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SaveState, SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { encodePath, newAddress } from '@/newsroom/address'
import type { Act, Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { clockTime, exactTime } from '@/newsroom/moment'
import { authorise } from '@/newsroom/policy'
import { publish } from '@/newsroom/publish'
import { toReadersHtml } from '@/newsroom/readers-html'
import { Refusal, type RefusalReason } from '@/newsroom/refusal'
import { revise } from '@/newsroom/revise'
import { spike } from '@/newsroom/spike'
import { StaleWrite } from '@/newsroom/stale-write'
import { write } from '@/newsroom/write'
import { refuseTakenAddress } from '@/store/addresses'
import { changeArticle, createArticle, findArticle } from '@/store/articles'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { findSignedIn } from '../session'
import { readCopy, toFields } from './copy-form'

const target = z.object({
  id: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]),
  version: z.coerce.number().int().nonnegative(),
  act: z.enum(['save', 'publish', 'spike']).default('save'),
})

/** Saves an article, and publishes or spikes it when asked to. Whatever is refused, nothing of it is written. */
export async function saveArticle(_before: SaveState, data: FormData): Promise<SaveState> {
  const by = await findSignedIn()
  const { language, db, words } = await newsroom()
  // A redirect would take the page away, and the words in it.
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const act: Act = { by, at: new Date() }
  const { id, version, act: wish } = target.parse(Object.fromEntries(data))
  try {
    const before = id === null ? null : await findArticle(db, id)
    if (id !== null && !before) throw new Refusal('gone')
    const copy = readCopy(data, before?.copy ?? null)
    if (copy.category === '') throw new Refusal('category-missing')
    const article = before
      ? await change(before, version, (article) => done(changed(article, copy, act), wish, act))
      : await begin(copy, wish, act)
    return stateAfter(article, wish)
  } catch (error) {
    if (error instanceof StaleWrite) return staleState(error, language)
    return {
      outcome: 'refused',
      sentence: sentenceFor(error, language),
      ...(error instanceof Refusal && { field: fieldOf[error.reason] }),
    }
  }

  async function change(before: Article, seenVersion: number, rule: (article: Article) => Article): Promise<Article> {
    return changeArticle(db, before.id, { seenVersion, zone: env.zone }, rule)
  }

  /** What would be refused is refused before anything is stored: a second try then makes no second article. */
  async function begin(copy: Copy, wish: Wish, act: Act): Promise<Article> {
    const fresh = { ...write(copy, act), id: 0 }
    if (wish !== 'save') done(fresh, wish, act)
    if (wish === 'publish' && copy.slug !== null)
      await refuseTakenAddress(db, newAddress({ ...copy, id: 0, publishedAt: act.at }, env.zone))
    const created = await createArticle(db, fresh)
    return wish === 'save' ? created : change(created, created.version, (article) => done(article, wish, act))
  }
}

/** A save that changes nothing is no new version. */
function changed(article: Article, copy: Copy, act: Act): Article {
  if (!isDeepStrictEqual(article.copy, copy)) return revise(article, copy, act)
  authorise(act.by, 'revise', article)
  return article
}

type Wish = z.infer<typeof target>['act']

function done(article: Article, wish: Wish, act: Act): Article {
  if (wish === 'publish') return publish(article, act)
  return wish === 'spike' ? spike(article, act) : article
}

function stateAfter(article: Article, wish: Wish): SaveState {
  const standing = { id: article.id, version: article.version, at: clockTime(article.updatedAt, env.zone) }
  if (wish === 'publish' && article.path)
    return { outcome: 'published', ...standing, address: `${env.siteUrl}${encodePath(article.path)}` }
  return { outcome: 'saved', ...standing }
}

function staleState({ theirs }: StaleWrite, language: string): SaveState {
  const at = exactTime(theirs.updatedAt, env.zone, language)
  const sentence = sentenceFor(new Refusal('stale', { by: theirs.updatedBy?.name ?? '—', at }), language)
  return { outcome: 'stale', sentence, theirs: toFields(theirs.copy), theirVersion: theirs.version }
}

/** Where a refusal points in the form. */
const fieldOf: Partial<
  Record<RefusalReason, 'headline' | 'body' | 'category' | 'slug' | 'tags' | 'sourceAddress' | 'pictureAlt'>
> = {
  'headline-missing': 'headline',
  'headline-long': 'headline',
  'body-missing': 'body',
  'body-large': 'body',
  'body-deep': 'body',
  'category-missing': 'category',
  'category-unknown': 'category',
  'slug-shape': 'slug',
  'address-taken': 'slug',
  'address-shape': 'sourceAddress',
  'tag-count': 'tags',
  'picture-alt-missing': 'pictureAlt',
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
      sentence: error instanceof StaleWrite ? staleSentence(error, language) : sentenceFor(error, language),
    }
  }
  redirect(`/admin/articles/${id}`)
}

function staleSentence(error: StaleWrite, language: string): string {
  const state = staleState(error, language)
  return state.outcome === 'stale' ? state.sentence : ''
}
