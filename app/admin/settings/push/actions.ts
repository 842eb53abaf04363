'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { env } from '@/env'
import { changePush } from '@/newsroom/change-push'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { retryJob } from '@/store/jobs'
import { changePushSettings } from '@/store/push-settings'
import { readSecretKey } from '@/store/secret-key'
import { sealText } from '@/store/sealed-text'
import { newPublicKey } from '@/store/secrets'
import { newsroom } from '../../newsroom'
import { answering } from '../../refuse'
import { findSignedIn } from '../../session'

const wish = z.object({ indexNow: z.enum(['on', 'off']).optional(), baidu: z.string().trim().optional() })
const known = z.object({ id: z.coerce.number().int().positive() })

/** Changes which search engines are told of addresses from now on. */
export async function changeWhomToTell(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const given = wish.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-push')
    const key = await readSecretKey(env)
    const making = { seal: (token: string) => sealText(token, key), newKey: newPublicKey }
    await changePushSettings(db, (before) => changePush(before, given, making), new Date())
    refresh()
    return { sentence: words.saved }
  })
}

/** Has what was given up tried again. */
export async function tryAgain(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id } = known.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-push')
    if (!(await retryJob(db, { id, at: new Date() }))) throw new Refusal('job-over')
    refresh()
    return { sentence: words.push.waitingNow }
  })
}
