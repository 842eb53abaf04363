'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { Refusal } from '@/newsroom/refusal'
import { acceptInvitation, findInvitation } from '@/store/invitations'
import { protectPassword, secretHash } from '@/store/secrets'
import { newsroom } from '../../newsroom'
import { sentenceFor } from '../../refuse'
import { beginSession } from '../../session'
import { readVisitor } from '../../visitor'

const form = z.object({
  token: z.string().max(100),
  name: z.string().trim().max(100),
  email: z.string().trim().max(320),
  password: z.string().max(1000),
})
const shortestPassword = 12

/** Takes on who holds a one-time link, and signs them in. */
export async function join(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const { db, language } = await newsroom()
  const at = new Date()
  const { token, name, email, password } = form.parse(Object.fromEntries(data))
  try {
    const tokenHash = secretHash(token)
    // Asked before the password is worked on: a stranger's guess costs us nothing.
    if (!(await findInvitation(db, tokenHash, at))) throw new Refusal('invitation-spent')
    if (name === '') throw new Refusal('name-missing')
    if (!z.email().safeParse(email).success) throw new Refusal('email-shape', { email })
    if ([...password].length < shortestPassword)
      throw new Refusal('password-short', { length: [...password].length, least: shortestPassword })
    const staff = await acceptInvitation(db, {
      tokenHash,
      name,
      email,
      passwordHash: await protectPassword(password),
      at,
    })
    await beginSession(staff, { ...(await readVisitor()), at })
  } catch (error) {
    return { outcome: 'refused', sentence: sentenceFor(error, language) }
  }
  redirect('/admin/articles')
}
