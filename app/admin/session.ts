import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { env } from '@/env'
import type { Staff } from '@/newsroom/staff'
import { newSecret, secretHash } from '@/store/secrets'
import { createSession, findSession, revokeSession } from '@/store/sessions'
import { newsroom } from './newsroom'

// A browser sends a `__Host-` cookie back over HTTPS only, and to this host alone; on plain HTTP it would not keep one.
const isSecure = env.siteUrl.startsWith('https:')
const cookieName = isSecure ? '__Host-dibao' : 'dibao'

/** Who is signed in; null for nobody. The only reader of cookies. */
export const findSignedIn = cache(async (): Promise<Staff | null> => {
  const token = (await cookies()).get(cookieName)?.value
  return token ? findSession((await newsroom()).db, secretHash(token), new Date()) : null
})

/** Who is signed in. Sends anybody else to sign in, and back to `path` after that. */
export async function requireStaff(path = '/admin/articles'): Promise<Staff> {
  return (await findSignedIn()) ?? redirect(`/admin/sign-in?next=${encodeURIComponent(path)}`)
}

/** Signs this browser in as somebody. */
export async function beginSession(
  staff: Staff,
  { agent, network, at }: { agent: string; network: string; at: Date },
): Promise<void> {
  const token = newSecret()
  const expires = await createSession((await newsroom()).db, {
    tokenHash: secretHash(token),
    staffId: staff.id,
    agent,
    network,
    at,
  })
  ;(await cookies()).set(cookieName, token, { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/', expires })
}

/** Signs this browser out. */
export async function endSession(at: Date): Promise<void> {
  const jar = await cookies()
  const token = jar.get(cookieName)?.value
  if (token) await revokeSession((await newsroom()).db, secretHash(token), at)
  jar.delete({ name: cookieName, path: '/', secure: isSecure })
}
