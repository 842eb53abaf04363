'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fill } from '@/components/desk/fill'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { bringBack, fromAside, mergeAside } from '@/newsroom/bring-back'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { refuseClosed } from '@/newsroom/revise'
import { StaleWrite } from '@/newsroom/stale-write'
import { changeArticle, findArticle } from '@/store/articles'
import { newsroom } from '../newsroom'
import { findSignedIn } from '../session'
import { copyOfFields } from './copy-form'
import { findSeenAside } from './find-seen-aside'
import { refusedVersion } from './refused-version'
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
    const aside = await findSeenAside(db, { article, staff: by, key })
    if (!aside) throw new Refusal('aside-gone')
    const merged = mergeAside(article.copy, { aside: aside.copy, base: aside.base })
    if (merged) {
      const basis = { seenVersion, zone: env.zone, how: 'merge' as const, why: fromAside }
      const changed = await changeArticle(db, id, basis, (now) =>
        bringBack(now, copyOfFields(merged, now.copy), { by, at: new Date() }),
      )
      refresh()
      return { outcome: 'done', sentence: fill(words.versions.bringDone, { version: changed.version }) }
    }
  } catch (error) {
    return refusedVersion(error, { words, language })
  }
  redirect(`/admin/articles/${id}?aside=${encodeURIComponent(key)}`)
}
