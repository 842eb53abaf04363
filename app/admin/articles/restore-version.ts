'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { fill } from '@/components/desk/fill'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { restore } from '@/newsroom/restore'
import { changeArticle, findArticle } from '@/store/articles'
import { findVersion } from '@/store/history'
import { newsroom } from '../newsroom'
import { findSignedIn } from '../session'
import { refusedVersion } from './refused-version'

const form = z.object({
  id: z.coerce.number().int().positive(),
  /** The newest version that whoever restores has seen. */
  seenVersion: z.coerce.number().int().positive(),
  /** The one to bring back. */
  version: z.coerce.number().int().positive(),
})

/** Brings an older version's text back as a new version; readers see it once it is published again. */
export async function restoreVersion(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, seenVersion, version } = form.parse(Object.fromEntries(data))
  try {
    const article = await findArticle(db, id)
    if (!article) throw new Refusal('gone')
    authorise(by, 'revise', article)
    const older = await findVersion(db, id, version)
    if (!older) throw new Refusal('version-gone', { version })
    const restored = await changeArticle(
      db,
      id,
      { seenVersion, zone: env.zone, how: 'restore', why: String(version) },
      (now) => restore(now, older, { by, at: new Date() }),
    )
    refresh()
    return { outcome: 'done', sentence: fill(words.versions.done, { version: restored.version }) }
  } catch (error) {
    return refusedVersion(error, { words, language })
  }
}
