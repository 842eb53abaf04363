'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { roles } from '@/newsroom/staff'
import { createInvitation } from '@/store/invitations'
import { newSecret, secretHash } from '@/store/secrets'
import { revokeSessionsOf } from '@/store/sessions'
import { disableStaff } from '@/store/staff'
import { newsroom } from '../newsroom'
import { answering } from '../refuse'
import { findSignedIn } from '../session'

const week = 7 * 86_400_000
const invited = z.object({ role: z.enum(roles) })
const person = z.object({ id: z.coerce.number().int().positive() })

/** Makes a one-time link that takes somebody on in a role; it is shown once and kept nowhere. */
export async function invite(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { role } = invited.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-staff')
    const secret = newSecret()
    const at = new Date()
    await createInvitation(db, { tokenHash: secretHash(secret), role, at, expiresAt: new Date(at.getTime() + week) })
    return { sentence: words.saved, address: `${env.siteUrl}/admin/join/${secret}` }
  })
}

/** Ends somebody's account and sessions. */
export async function disable(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id } = person.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-staff')
    if (id === by.id) throw new Refusal('self-disable')
    await disableStaff(db, id, new Date())
    refresh()
    return { sentence: words.saved }
  })
}

/** Signs somebody out everywhere. */
export async function endSessions(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id } = person.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-staff')
    await revokeSessionsOf(db, id, new Date())
    refresh()
    return { sentence: words.saved }
  })
}
