import { env } from '@/env'
import { Refusal } from '@/newsroom/refusal'
import { newSecret, protectPassword, secretHash } from '@/store/secrets'
import type { Database } from '@/store/database'
import { createInvitation } from '@/store/invitations'
import { createStaff, hasAdministrator } from '@/store/staff'

const day = 86_400_000

/**
 * While a newspaper has no administrator: makes the one of ADMIN_EMAIL and ADMIN_PASSWORD, or returns the secret of a link that makes one.
 * Null when there is nothing left to do.
 */
export async function openFirstDoor(db: Database, at: Date): Promise<string | null> {
  if (await hasAdministrator(db)) return null
  if (env.firstAdministrator) {
    const { email, password } = env.firstAdministrator
    const passwordHash = await protectPassword(password)
    await createStaff(db, { email, name: email.split('@')[0] ?? email, role: 'administrator', passwordHash, at }).catch(
      (error: unknown) => {
        // Another process that started at the same moment has made the same one.
        if (!(error instanceof Refusal && error.reason === 'email-taken')) throw error
      },
    )
    return null
  }
  const secret = newSecret()
  await createInvitation(db, {
    tokenHash: secretHash(secret),
    role: 'administrator',
    at,
    expiresAt: new Date(at.getTime() + 7 * day),
  })
  return secret
}
