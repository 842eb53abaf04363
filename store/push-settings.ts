import { z } from 'zod'
import { indexNowPath, noPush, type PushSettings } from '@/newsroom/push-request'
import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { saveSetting } from './save-setting'

const key = 'push'
const settings = z.object({
  indexNow: z.object({ key: z.string() }).nullable(),
  baidu: z.object({ sealedToken: z.string() }).nullable(),
}) satisfies z.ZodType<PushSettings>

/** Which search engines are told of addresses; none until somebody says so. */
export async function readPushSettings(db: Database | Transaction): Promise<PushSettings> {
  const row = await db.setting.findUnique({ where: { key } })
  return row ? settings.parse(row.value) : noPush
}

/** Changes which search engines are told from now on. The address that shows the key is made anew. */
export async function changePushSettings(
  db: Database,
  rule: (before: PushSettings) => PushSettings,
  at: Date,
): Promise<PushSettings> {
  return db.$transaction(async (tx) => {
    const before = await readPushSettings(tx)
    const value = rule(before)
    await saveSetting(tx, key, { value, at })
    const shown = [before, value].flatMap(({ indexNow }) => (indexNow ? [indexNowPath(indexNow.key)] : []))
    await appendChange(tx, { addresses: [...new Set(shown)] }, { act: 'settings', at })
    return value
  })
}
