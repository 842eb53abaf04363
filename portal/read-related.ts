import { env } from '@/env'
import type { Beside } from '@/newsroom/related/beside'
import { database } from '@/store/database'
import { findLines } from '@/store/published'
import { findBeside, listTwinCounts } from '@/store/related'
import { dependOn } from './page-context'

/** What stands beside an article. Its page is made anew when any of it changes or goes, and when there is more of it. */
export async function readBeside(id: number): Promise<Beside> {
  dependOn(`related:${id}`, `twins:${id}`)
  const db = await database(env.databaseUrl)
  const { storyId, reports, reportCount, twins, related } = await findBeside(db, id)
  const ids = [...reports, ...twins, ...related]
  if (storyId !== null) dependOn(`story:${storyId}`)
  dependOn(...ids.map((one) => `article:${one}` as const))
  const articles = await findLines(db, ids)
  const shown = (some: number[]) => some.flatMap((one) => articles.get(one) ?? [])
  return { reports: shown(reports), reportCount, twins: shown(twins), related: shown(related) }
}

/** How many others say the same as each of some articles, for a list that shows one of them. */
export type TwinCounts = Map<number, { twinsId: number; others: number }>

/** Counts those that say the same as the articles of a list. */
export async function readTwinCounts(ids: number[]): Promise<TwinCounts> {
  dependOn(...ids.map((id) => `twins:${id}` as const))
  return listTwinCounts(await database(env.databaseUrl), ids)
}
