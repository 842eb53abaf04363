'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { fill } from '@/components/desk/fill'
import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import type { Article } from '@/newsroom/article'
import { exactTime, fromWallTime, wallTime } from '@/newsroom/moment'
import { move } from '@/newsroom/move'
import { Refusal, type RefusalReason } from '@/newsroom/refusal'
import { StaleWrite } from '@/newsroom/stale-write'
import { changeArticle } from '@/store/articles'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { findSignedIn } from '../session'

const form = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  slug: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text)),
  publishedAt: z.string(),
})

/** Moves a published article to another address; the old one leads there from the next request on. */
export async function moveArticle(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, version, slug, publishedAt: wish } = form.parse(Object.fromEntries(data))
  try {
    const moved = await changeArticle(db, id, { seenVersion: version, zone: env.zone }, (article) =>
      move(article, { slug, publishedAt: wishedMoment(article, wish) }, { by, at: new Date(), zone: env.zone }),
    )
    refresh()
    return { outcome: 'done', sentence: words.move.done, address: `${env.siteUrl}${encodePath(moved.path ?? '')}` }
  } catch (error) {
    if (error instanceof StaleWrite) {
      const at = exactTime(error.theirs.updatedAt, env.zone, language)
      return { outcome: 'refused', sentence: fill(words.move.stale, { by: error.theirs.updatedBy?.name ?? '—', at }) }
    }
    return {
      outcome: 'refused',
      sentence: sentenceFor(error, language),
      ...(error instanceof Refusal && { field: fieldOf[error.reason] }),
    }
  }
}

/** Where a refusal points in the form. */
const fieldOf: Partial<Record<RefusalReason, 'slug' | 'publishedAt'>> = {
  'slug-shape': 'slug',
  'field-long': 'slug',
  'address-taken': 'slug',
  'moment-shape': 'publishedAt',
  'moment-future': 'publishedAt',
}

/** The field shows minutes: one that was not touched means the very moment, seconds and all. */
function wishedMoment({ publishedAt }: Article, wish: string): Date {
  if (publishedAt && wallTime(publishedAt, env.zone) === wish) return publishedAt
  const moment = fromWallTime(wish, env.zone)
  if (!moment) throw new Refusal('moment-shape')
  return moment
}
