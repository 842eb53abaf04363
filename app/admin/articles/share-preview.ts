'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { previewDays, revokePreview, sharePreview } from '@/newsroom/share-preview'
import type { Article } from '@/newsroom/article'
import { Refusal } from '@/newsroom/refusal'
import { findArticle } from '@/store/articles'
import type { Database } from '@/store/database'
import { createPreviewLink, findPreviewMaker, revokePreviewLink } from '@/store/preview-links'
import { newSecret, secretHash } from '@/store/secrets'
import { newsroom } from '../newsroom'
import { answering } from '../refuse'
import { findSignedIn } from '../session'

const day = 86_400_000
const id = z.coerce.number().int().positive()
const wish = z.object({ id, days: z.enum(previewDays).transform(Number) })
const known = z.object({ id, link: z.string().regex(/^[0-9a-f]{64}$/) })

/** Makes a link that shows the newest draft to whoever has it; it is shown once and kept nowhere. */
export async function makePreviewLink(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, days } = wish.parse(Object.fromEntries(data))
  return answering(language, async () => {
    const article = await mustFind(db, id)
    const at = new Date()
    sharePreview(article, { by, at })
    const secret = newSecret()
    await createPreviewLink(db, {
      tokenHash: secretHash(secret),
      articleId: id,
      createdById: by.id,
      at,
      expiresAt: new Date(at.getTime() + days * day),
    })
    refresh()
    return { sentence: words.preview.made, address: `${env.siteUrl}/preview/${secret}` }
  })
}

/** Takes a link back: it opens nothing from the next request on. */
export async function revokeLink(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, link } = known.parse(Object.fromEntries(data))
  return answering(language, async () => {
    const article = await mustFind(db, id)
    const madeBy = await findPreviewMaker(db, { articleId: id, tokenHash: link })
    if (madeBy === null) throw new Refusal('preview-unknown')
    revokePreview(article, { by, madeBy })
    await revokePreviewLink(db, { articleId: id, tokenHash: link, at: new Date() })
    refresh()
    return { sentence: words.preview.revoked }
  })
}

async function mustFind(db: Database, id: number): Promise<Article> {
  const article = await findArticle(db, id)
  if (!article) throw new Refusal('gone')
  return article
}
