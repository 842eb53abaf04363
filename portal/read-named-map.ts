import { env } from '@/env'
import { listKinds, listPath, securityPath } from '@/newsroom/list-address'
import { type Database, database } from '@/store/database'
import { findLastNumber, hasLists, listMappedNames, listMappedSecurities, type NumberStretch } from '@/store/list-map'
import { dependOn } from './page-context'
import { type ListMapPart, listPartName, type MappedPage, mostEntries, type NamedPart } from './sitemap'

/** The parts of the sitemap that hold lists: those in which one has something to show. */
export function readNamedMapParts(): AsyncGenerator<NamedPart> {
  // Said at once, not when the first part is wanted: the page may be on its way by then.
  dependOn('front')
  return parts()
}

async function* parts(): AsyncGenerator<NamedPart> {
  const db = await database(env.databaseUrl)
  for (const kind of listKinds) {
    const count = Math.ceil((await findLastNumber(db, kind)) / mostEntries)
    for (let part = 1; part <= count; part++)
      // When the lists of a part changed last, nobody notes.
      if (await hasLists(db, kind, stretchOf(part))) yield { name: listPartName({ kind, part }), changedAt: null }
  }
}

/**
 * The lists of one part that have something to show, in the order of their numbers, so that a new list leaves the full parts as they are; null
 * where none has. When one changed last is not told: kills, corrections and merges change it as well as its newest article, and nobody notes
 * that. They are read in small pages while they are written.
 */
export async function readNamedMap({ kind, part }: ListMapPart): Promise<AsyncGenerator<MappedPage> | null> {
  // Any article may be the first of some list, or have been its last.
  dependOn('front')
  const db = await database(env.databaseUrl)
  const stretch = stretchOf(part)
  return (await hasLists(db, kind, stretch)) ? lines(db, kind, stretch) : null
}

const pageLength = 500

async function* lines(
  db: Database,
  kind: ListMapPart['kind'],
  { from, to }: NumberStretch,
): AsyncGenerator<MappedPage> {
  for (let next = from; ; ) {
    const lists = await pageOf(db, kind, { from: next, to })
    for (const { path } of lists) yield { path, updatedAt: null, picture: null }
    const last = lists.at(-1)
    if (!last || lists.length < pageLength) return
    next = last.id + 1
  }
}

async function pageOf(
  db: Database,
  kind: ListMapPart['kind'],
  stretch: NumberStretch,
): Promise<{ id: number; path: string }[]> {
  const wanted = { ...stretch, take: pageLength }
  if (kind === 'security')
    return (await listMappedSecurities(db, wanted)).map((one) => ({ id: Number(one.id), path: securityPath(one) }))
  return (await listMappedNames(db, kind, wanted)).map(({ id, name }) => ({
    id: Number(id),
    path: listPath(kind, { id: Number(id), name }),
  }))
}

function stretchOf(part: number): NumberStretch {
  return { from: mostEntries * (part - 1) + 1, to: mostEntries * part }
}
