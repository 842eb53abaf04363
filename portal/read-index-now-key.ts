import { env } from '@/env'
import { indexNowPath, isIndexNowKey } from '@/newsroom/push-request'
import { database } from '@/store/database'
import { readPushSettings } from '@/store/push-settings'
import { dependOn } from './page-context'

/** Whether a text is the key by which the newspaper tells search engines of addresses. */
export async function readIsIndexNowKey(key: string): Promise<boolean> {
  dependOn(`address:${indexNowPath(key)}`)
  if (!isIndexNowKey(key)) return false
  const { indexNow } = await readPushSettings(await database(env.databaseUrl))
  return indexNow?.key === key
}
