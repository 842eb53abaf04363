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
 * The lists of one part that have something to show, each with the time of its newest article, in the order of their numbers, so that a new
 * list leaves the full parts as they are; null where none has. They are read in small pages while they are written.
 */
export async function readNamedMap({ kind, part }: ListMapPart): Promise<AsyncGenerator<MappedPage> | null> {
  // Any article may be the newest of some list.
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
  for (let next: number | null = from; next !== null; ) {
    const page: Page = await pageOf(db, kind, { from: next, to })
    yield* page.lines
    next = page.last === null ? null : page.last + 1
  }
}

type Page = { lines: MappedPage[]; last: number | null }

async function pageOf(db: Database, kind: ListMapPart['kind'], stretch: NumberStretch): Promise<Page> {
  const wanted = { ...stretch, take: pageLength }
  if (kind === 'security') {
    const { lists, last } = await listMappedSecurities(db, wanted)
    return { lines: lists.map((one) => lineOf(securityPath(one), one.newestAt)), last }
  }
  const { lists, last } = await listMappedNames(db, kind, wanted)
  return { lines: lists.map((one) => lineOf(listPath(kind, one), one.newestAt)), last }
}

function lineOf(path: string, newestAt: Date): MappedPage {
  return { path, updatedAt: newestAt, picture: null }
}

function stretchOf(part: number): NumberStretch {
  return { from: mostEntries * (part - 1) + 1, to: mostEntries * part }
}
