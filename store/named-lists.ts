import type { ListNoun, NameAsked } from '@/newsroom/list-address'
import type { NamedList } from '@/newsroom/named-list'
import { Refusal } from '@/newsroom/refusal'
import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { findShown } from './listed-under'
import { writeNameKeys } from './name-keys'
import { numberNames } from './names'
import { isRowNumber } from './row-number'

type NameRow = { id: number; name: string; intoId: number | null }

const tables: Record<ListNoun, Prisma.Sql> = {
  tag: Prisma.sql`tag`,
  source: Prisma.sql`source`,
  author: Prisma.sql`author`,
}

/** The list that a name leads to, by the first of its names that is known, or by a name's number; null where nothing was ever called so. */
export async function findNamedList(
  db: Database | Transaction,
  noun: ListNoun,
  asked: NameAsked,
): Promise<NamedList | null> {
  for (const which of 'id' in asked ? [asked] : asked.names.map((name) => ({ name }))) {
    const rows = await findRows(db, noun, which)
    const [own, ...former] = rows
    if (!own) continue
    const shown = await findShown(db, { kind: noun, ids: rows.map(({ id }) => id) })
    return {
      noun,
      id: own.id,
      name: own.name,
      formerNames: former.map(({ id, name }) => ({ id, name, isShown: shown.has(id) })),
      isShown: shown.size > 0,
    }
  }
  return null
}

/** The numbers of all names that a list's articles may say. */
export function numbersOf({ id, formerNames }: NamedList): number[] {
  return [id, ...formerNames.map((one) => one.id)]
}

/** A name, and what is said instead of it now: itself, mostly. */
export type Called = { id: number; name: string }

/** What names of one kind or several lead to now, by the name that is said. Names that nothing has are left out. */
export async function findCalled(
  db: Database,
  said: Partial<Record<ListNoun, string[]>>,
): Promise<Record<ListNoun, Map<string, Called>>> {
  const called = {
    tag: new Map<string, Called>(),
    source: new Map<string, Called>(),
    author: new Map<string, Called>(),
  }
  const asks = (['tag', 'source', 'author'] as const).flatMap((noun) => {
    const names = [...new Set(said[noun])]
    if (names.length === 0) return []
    return Prisma.sql`
      SELECT CAST(${noun} AS TEXT) AS "noun", said."name" AS "said", COALESCE(instead."id", said."id") AS "id", COALESCE(instead."name", said."name") AS "name"
      FROM ${tables[noun]} said LEFT JOIN ${tables[noun]} instead ON instead."id" = said."intoId"
      WHERE said."name" IN (${Prisma.join(names)})`
  })
  if (asks.length === 0) return called
  const rows = await db.$queryRaw<{ noun: ListNoun; said: string; id: number; name: string }[]>(
    Prisma.join(asks, ' UNION ALL '),
  )
  for (const row of rows) called[row.noun].set(row.said, { id: Number(row.id), name: row.name })
  return called
}

export type Naming = {
  noun: ListNoun
  /** The number of the name that the list is called by. */
  id: number
  /** What it was called when whoever changes it looked. */
  seenName: string
  at: Date
}

/**
 * Has a list called by the name that a rule says: its own former one, a new one, or that of the list that it is merged into. All its names lead
 * there from then on, straight; no copy is written anew. Throws a Refusal when somebody has changed it since it was looked at, and
 * whatever the rule throws.
 */
export async function nameList(
  db: Database,
  { noun, id, seenName, at }: Naming,
  rule: (list: NamedList, find: (name: string) => Promise<NamedList | null>) => Promise<string>,
): Promise<NamedList> {
  return db.$transaction(async (tx) => {
    const list = await findSeen(tx, { noun, id, seenName })
    const name = await rule(list, (other) => findNamedList(tx, noun, { names: [other] }))
    const target = (await numberNames(tx, noun, [name])).get(name)
    if (target === undefined) throw new Error(`the ${noun} “${name}” has no number`)
    const ids = Prisma.join(numbersOf(list).filter((one) => one !== target))
    if (numbersOf(list).includes(target))
      await tx.$executeRaw`UPDATE ${tables[noun]} SET "intoId" = NULL WHERE "id" = ${target}`
    await tx.$executeRaw`UPDATE ${tables[noun]} SET "intoId" = ${target} WHERE "id" IN (${ids})`
    return changed(tx, { noun, id: target, at })
  })
}

/** Has a former name lead to a list of its own again, as a rule says. Throws as `nameList` does. */
export async function separateName(
  db: Database,
  { noun, id, seenName, at }: Naming,
  rule: (list: NamedList) => { id: number },
): Promise<NamedList> {
  return db.$transaction(async (tx) => {
    const former = rule(await findSeen(tx, { noun, id, seenName }))
    await tx.$executeRaw`UPDATE ${tables[noun]} SET "intoId" = NULL WHERE "id" = ${former.id}`
    return changed(tx, { noun, id: former.id, at })
  })
}

/** Names of one noun, each with the list that it leads to, for the desk: the shortest that hold what was typed first, else the newest. */
export async function findNames(
  db: Database,
  { noun, typed, take }: { noun: ListNoun; typed: string; take: number },
): Promise<NamedList[]> {
  const table = tables[noun]
  const said = typed.trim().toLowerCase()
  const pattern = `%${said.replace(/[!%_]/g, '!$&')}%`
  const limit = Prisma.sql`LIMIT CAST(${take} AS INTEGER)`
  const rows = await db.$queryRaw<{ id: number }[]>(
    said === ''
      ? Prisma.sql`SELECT "id" FROM ${table} WHERE "intoId" IS NULL ORDER BY "id" DESC ${limit}`
      : Prisma.sql`
        SELECT COALESCE("intoId", "id") AS "id", MIN(LENGTH("name")) AS "length" FROM ${table}
        WHERE LOWER("name") LIKE ${pattern} ESCAPE '!' GROUP BY 1 ORDER BY 2, 1 DESC ${limit}`,
  )
  const lists = await Promise.all(rows.map(({ id }) => findNamedList(db, noun, { id: Number(id) })))
  return lists.filter((list) => list !== null)
}

/** The name that the list is called by comes first, then the others as they came. */
async function findRows(
  db: Database | Transaction,
  noun: ListNoun,
  which: { id: number } | { name: string },
): Promise<NameRow[]> {
  const table = tables[noun]
  if ('id' in which && !isRowNumber(which.id)) return []
  const is = 'id' in which ? Prisma.sql`"id" = ${which.id}` : Prisma.sql`"name" = ${which.name}`
  const rows = await db.$queryRaw<NameRow[]>`
    SELECT n."id", n."name", n."intoId" FROM ${table} n
    WHERE n."id" = (SELECT COALESCE("intoId", "id") FROM ${table} WHERE ${is})
    UNION ALL SELECT n."id", n."name", n."intoId" FROM ${table} n
    WHERE n."intoId" = (SELECT COALESCE("intoId", "id") FROM ${table} WHERE ${is})
    ORDER BY 1`
  return rows
    .map(({ id, name, intoId }) => ({ id: Number(id), name, intoId: intoId === null ? null : Number(intoId) }))
    .sort((one, other) => Number(one.intoId !== null) - Number(other.intoId !== null))
}

/** The list as whoever changes it has seen it. Throws a Refusal when it is called otherwise by now, or is part of another. */
async function findSeen(tx: Transaction, { noun, id, seenName }: Omit<Naming, 'at'>): Promise<NamedList> {
  const list = await findNamedList(tx, noun, { id })
  if (!list || list.id !== id || list.name !== seenName) throw new Refusal('list-stale')
  return list
}

/** Every page shows some name: all are made anew. */
async function changed(
  tx: Transaction,
  { noun, id, at }: { noun: ListNoun; id: number; at: Date },
): Promise<NamedList> {
  await appendChange(tx, { site: true }, { act: 'name', at })
  const list = await findNamedList(tx, noun, { id })
  if (!list) throw new Error(`there is no ${noun} ${id}`)
  // No article may say the name yet.
  if (noun === 'tag') await writeNameKeys(tx, [{ field: 'tag', number: list.id }])
  return list
}
