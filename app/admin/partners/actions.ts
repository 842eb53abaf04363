'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { makePartner, partnerDelays, partnerFeedPath, partnerForms } from '@/newsroom/partner'
import { authorise } from '@/newsroom/policy'
import { createPartner, revokePartner } from '@/store/partners'
import { newSecret, secretHash } from '@/store/secrets'
import { newsroom } from '../newsroom'
import { answering } from '../refuse'
import { findSignedIn } from '../session'

const wish = z.object({
  name: z.string(),
  delayMinutes: z.enum(partnerDelays).transform(Number),
  form: z.enum(partnerForms),
  categories: z.array(z.string()),
})
const known = z.object({ id: z.coerce.number().int().positive() })

/** Takes a partner on and makes its feed; the address is shown once and kept nowhere. */
export async function takePartnerOn(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const given = wish.parse({ ...Object.fromEntries(data), categories: data.getAll('categories') })
  return answering(language, async () => {
    const partner = makePartner(given, { by })
    const secret = newSecret()
    await createPartner(db, partner, { tokenHash: secretHash(secret), at: new Date(), by })
    refresh()
    return { sentence: words.partners.made, address: `${env.siteUrl}${partnerFeedPath(secret, 'atom')}` }
  })
}

/** Takes a partner's feed back: it opens nothing from the next request on. */
export async function letPartnerGo(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id } = known.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-partners')
    await revokePartner(db, { id, at: new Date() })
    refresh()
    return { sentence: words.partners.revokedNow }
  })
}
