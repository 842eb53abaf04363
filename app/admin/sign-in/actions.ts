'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { Refusal } from '@/newsroom/refusal'
import { isPassword } from '@/store/secrets'
import { countAttempt, forgetAttempts } from '@/store/sign-in-attempts'
import { findStaffByEmail } from '@/store/staff'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { beginSession, endSession } from '../session'
import { readVisitor } from '../visitor'

const form = z.object({
  email: z.string().trim().max(320),
  password: z.string().max(1000),
  next: z.string().optional(),
})

/** Signs somebody in. Tries are counted for the account and for the network, whether it exists or not. */
export async function signIn(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const { db, language } = await newsroom()
  const at = new Date()
  const { email, password, next } = form.parse(Object.fromEntries(data))
  const visitor = await readVisitor()
  try {
    // Ten tries for one account from one network; more from many, so that no stranger can lock a person out from afar.
    const account = email.toLowerCase()
    const here = `${account} from ${visitor.network}`
    const limits = [
      { key: here, most: 10 },
      { key: account, most: 100 },
      { key: visitor.network, most: 100 },
    ]
    const minutes = Math.max(...(await Promise.all(limits.map((limit) => countAttempt(db, { ...limit, at })))))
    if (minutes > 0) throw new Refusal('sign-in-often', { minutes })
    const found = await findStaffByEmail(db, email)
    const isRight = await isPassword(password, found?.passwordHash ?? null)
    if (!found || !isRight) throw new Refusal('sign-in-wrong')
    await forgetAttempts(db, here)
    await beginSession(found.staff, { ...visitor, at })
  } catch (error) {
    return { outcome: 'refused', sentence: sentenceFor(error, language) }
  }
  redirect(next?.startsWith('/admin/') ? next : '/admin/articles')
}

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  await endSession(new Date())
  redirect('/admin/sign-in')
}
