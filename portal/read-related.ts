import { env } from '@/env'
import type { Beside } from '@/newsroom/related/beside'
import { database } from '@/store/database'
import { findBeside, listTwinCounts } from '@/store/related'
import { dependOn } from './page-context'

/** What stands beside an article. Its page is made anew when any of it changes or goes, and when there is more of it. */
export async function readBeside(id: number): Promise<Beside> {
  dependOn(`related:${id}`, `twins:${id}`)
  const { storyId, ...beside } = await findBeside(await database(env.databaseUrl), id)
  if (storyId !== null) dependOn(`story:${storyId}`)
  dependOn(...[...beside.reports, ...beside.twins, ...beside.related].map((one) => `article:${one.id}` as const))
  return beside
}

/** How many others say the same as each of some articles, for a list that shows one of them. */
export type TwinCounts = Map<number, { twinsId: number; others: number }>

/** Counts those that say the same as the articles of a list. */
export async function readTwinCounts(ids: number[]): Promise<TwinCounts> {
  dependOn(...ids.map((id) => `twins:${id}` as const))
  return listTwinCounts(await database(env.databaseUrl), ids)
}
