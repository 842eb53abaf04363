'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fill } from '@/components/desk/fill'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import type { Article } from '@/newsroom/article'
import { bringBack, fromAside, mergeAside, seesAside } from '@/newsroom/bring-back'
import { exactTime } from '@/newsroom/moment'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { refuseClosed } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { StaleWrite } from '@/newsroom/stale-write'
import { changeArticle, findArticle } from '@/store/articles'
import { findAside, listAsides } from '@/store/asides'
import type { Database } from '@/store/database'
import { findVersion } from '@/store/history'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { findSignedIn } from '../session'
import { copyOfFields } from './copy-form'
import { saveName } from './save-name'

const form = z.object({
  id: z.coerce.number().int().positive(),
  /** The newest version that whoever brings it back has seen. */
  seenVersion: z.coerce.number().int().positive(),
  aside: saveName,
})

/**
 * Brings back copy that was set aside: put together with the newest text it is a new version. Where both changed the same, the article is opened
 * for a person to choose, and nothing is written before they do.
 */
export async function bringBackAside(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, seenVersion, aside: key } = form.parse(Object.fromEntries(data))
  try {
    const article = await findArticle(db, id)
    if (!article) throw new Refusal('gone')
    authorise(by, 'revise', article)
    refuseClosed(article)
    if (article.version !== seenVersion) throw new StaleWrite(article)
    const merged = mergeAside(article.copy, await findBoth(db, { article, by, key }))
    if (merged) {
      const basis = { seenVersion, zone: env.zone, how: 'merge' as const, why: fromAside }
      const changed = await changeArticle(db, id, basis, (now) =>
        bringBack(now, copyOfFields(merged, now.copy), { by, at: new Date() }),
      )
      refresh()
      return { outcome: 'done', sentence: fill(words.versions.bringDone, { version: changed.version }) }
    }
  } catch (error) {
    if (!(error instanceof StaleWrite)) return { outcome: 'refused', sentence: sentenceFor(error, language) }
    const { updatedAt, updatedBy } = error.theirs
    const at = exactTime(updatedAt, env.zone, language)
    return { outcome: 'refused', sentence: fill(words.versions.stale, { by: updatedBy?.name ?? '—', at }) }
  }
  redirect(`/admin/articles/${id}?aside=${encodeURIComponent(key)}`)
}

/** The copy that was set aside, and the one that it was written on. */
async function findBoth(db: Database, { article, by, key }: { article: Article; by: Staff; key: string }) {
  const known = (await listAsides(db, article.id)).find((one) => one.key === key)
  const aside = known && seesAside(by, article, known) ? await findAside(db, article.id, key) : null
  if (!known || !aside) throw new Refusal('aside-gone')
  return { aside, base: await findVersion(db, article.id, known.seenVersion) }
}
