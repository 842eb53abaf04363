import { env } from '@/env'
import { dayOf, endOfMonth, startOf } from '@/newsroom/moment'
import { database } from '@/store/database'
import { findNewestMoment, listMapEntries, type MapEntry } from '@/store/published'
import { dependOn } from './page-context'

/** A part of the sitemap: a month, or, where a month has more addresses than one file may hold, a further part of it. */
export type MapPart = { year: number; month: number; part: number }

/** The protocol's own limit for one file. */
const mostEntries = 50_000

/** The months in which something was published, newest first: one seek a month. */
export async function readMapParts(): Promise<MapPart[]> {
  dependOn('front')
  const db = await database(env.databaseUrl)
  const parts: MapPart[] = []
  for (let newest = await findNewestMoment(db); newest; ) {
    const { year, month } = dayOf(newest, env.zone)
    const bounds = { from: startOf({ year, month }, env.zone), before: endOfMonth({ year, month }, env.zone) }
    parts.push({ year, month, part: 1 })
    for (let part = 2; await startsPart(bounds, part); part++) parts.push({ year, month, part })
    newest = await findNewestMoment(db, bounds.from)
  }
  return parts

  async function startsPart(bounds: { from: Date; before: Date }, part: number): Promise<boolean> {
    return (await listMapEntries(db, bounds, { limit: 1, skip: mostEntries * (part - 1) })).length > 0
  }
}

/** The addresses of one part; none when there is no such part. */
export async function readMapEntries({ year, month, part }: MapPart): Promise<MapEntry[]> {
  dependOn(`month:${year}-${String(month).padStart(2, '0')}`)
  const db = await database(env.databaseUrl)
  const bounds = { from: startOf({ year, month }, env.zone), before: endOfMonth({ year, month }, env.zone) }
  return listMapEntries(db, bounds, { limit: mostEntries, skip: mostEntries * (part - 1) })
}
