import { endsSoonBefore, type LibraryFilter } from '@/newsroom/library-filter'
import { centre, type LibraryPicture } from '@/newsroom/library-picture'
import { hashOf } from '@/newsroom/picture-address'
import { Refusal } from '@/newsroom/refusal'
import type { Staff } from '@/newsroom/staff'
import { StalePicture } from '@/newsroom/stale-write'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { toPicture, toPictureColumns, withPeople } from './picture-rows'
import { countUsers } from './picture-uses'
import { publishNotes } from './publish-notes'
import { isRowNumber, toRowNumber } from './row-number'

/** A picture of the library, or null; one that was removed is found too. */
export async function findPicture(db: Database | Transaction, id: number): Promise<LibraryPicture | null> {
  if (!isRowNumber(id)) return null
  const row = await db.libraryPicture.findUnique({ where: { id }, include: withPeople })
  return row && toPicture(row)
}

/** A picture by the hash in its address, or null. */
export async function findPictureByHash(db: Database | Transaction, hash: string): Promise<LibraryPicture | null> {
  const row = await db.libraryPicture.findUnique({ where: { hash }, include: withPeople })
  return row && toPicture(row)
}

export type NewPicture = Pick<
  LibraryPicture,
  'sha256' | 'width' | 'height' | 'hasAlpha' | 'type' | 'size' | 'fileName' | 'caption' | 'credit' | 'foundAt'
>

/**
 * Takes a picture into the library, or finds it there: the same bytes are the same picture, and what was said of it stands. One that had been
 * removed comes back as new.
 */
export async function addPicture(
  db: Database,
  picture: NewPicture,
  { by, at }: { by: Pick<Staff, 'id' | 'name'>; at: Date },
): Promise<{ picture: LibraryPicture; wasThere: boolean }> {
  return db.$transaction(async (tx) => {
    const known = await findPictureByHash(tx, hashOf(picture.sha256))
    if (known && known.sha256 !== picture.sha256) throw new Error(`two pictures are called ${hashOf(picture.sha256)}`)
    if (known && known.removedAt === null) return { picture: known, wasThere: true }
    const fresh = {
      ...picture,
      version: (known?.version ?? 0) + 1,
      alt: '',
      decorative: false,
      licence: '',
      licenceEnd: null,
      focus: centre,
      addedBy: by,
      addedAt: at,
      updatedBy: by,
      updatedAt: at,
      removedAt: null,
    }
    const data = { ...toPictureColumns(fresh), filesLeft: false }
    const row = known
      ? await tx.libraryPicture.update({ where: { id: known.id }, data, include: withPeople })
      : await tx.libraryPicture.create({ data, include: withPeople })
    return { picture: toPicture(row), wasThere: false }
  })
}

type Changing = {
  seenVersion: number
  /** The site's zone. */
  zone: string
}

/**
 * Changes what is said of a picture by a rule; readers see it wherever the picture stands. The rule is told how many articles use it. Throws
 * StalePicture when somebody saved since `seenVersion`, and whatever Refusal the rule throws.
 */
export async function changePicture(
  db: Database,
  id: number,
  { seenVersion, zone }: Changing,
  rule: (picture: LibraryPicture, uses: number) => LibraryPicture,
): Promise<LibraryPicture> {
  if (!isRowNumber(id)) throw new Refusal('picture-gone')
  return db.$transaction(async (tx) => {
    const before = await findPicture(tx, id)
    if (!before) throw new Refusal('picture-gone')
    // Removed by somebody else is said by the rule, which knows the sentence for it.
    if (before.version !== seenVersion && before.removedAt === null) throw new StalePicture(before)
    const after = rule(before, await countUsers(tx, hashOf(before.sha256)))
    if (after.version === before.version) return before
    // Writers queue on both stores: nobody has saved since it was found.
    const row = await tx.libraryPicture.update({
      where: { id },
      data: { ...toPictureColumns(after), filesLeft: after.removedAt !== null },
      include: withPeople,
    })
    await publishNotes(tx, { before, after }, zone)
    return toPicture(row)
  })
}

/** Pictures that were removed and may have left files on the shelf. */
export async function listLeftFiles(db: Database): Promise<LibraryPicture[]> {
  const rows = await db.libraryPicture.findMany({ where: { filesLeft: true }, include: withPeople, take: 1000 })
  return rows.map(toPicture)
}

/** Says that a removed picture's files are gone; false where it has come back meanwhile. */
export async function forgetFiles(db: Database, id: number): Promise<boolean> {
  const { count } = await db.libraryPicture.updateMany({
    where: { id, removedAt: { not: null } },
    data: { filesLeft: false },
  })
  return count > 0
}

export type Sought = {
  filter: LibraryFilter
  /** Words of the caption, the credit, the description or the file's name. */
  words: string
  at: Date
}

/** The library, newest first: a page of it after the picture with that number, and whether there is more. */
export async function listPictures(
  db: Database,
  { sought, after, limit }: { sought: Sought; after: number | null; limit: number },
): Promise<{ pictures: LibraryPicture[]; more: boolean }> {
  const beyond = after === null ? Prisma.empty : Prisma.sql`AND p.id < ${toRowNumber(after)}`
  const ids = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT p.id FROM library_picture p
    WHERE ${matches(sought)} ${beyond}
    ORDER BY p.id DESC LIMIT ${limit + 1}`
  const wanted = ids.slice(0, limit).map(({ id }) => Number(id))
  const rows = await db.libraryPicture.findMany({
    where: { id: { in: wanted } },
    orderBy: { id: 'desc' },
    include: withPeople,
  })
  return { pictures: rows.map(toPicture), more: ids.length > limit }
}

export const mostPicturesCounted = 1000

/** How many pictures a filter finds, counted up to one more than 1,000. */
export async function countPictures(db: Database, sought: Sought): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS count FROM (
      SELECT p.id FROM library_picture p WHERE ${matches(sought)} LIMIT ${mostPicturesCounted + 1}
    ) AS found`
  return Number(row?.count ?? 0)
}

function matches({ filter, words, at }: Sought): Prisma.Sql {
  return Prisma.join([Prisma.sql`p."removedAt" IS NULL`, ...filters[filter](at), ...said(words)], ' AND ')
}

const filters: Record<LibraryFilter, (at: Date) => Prisma.Sql[]> = {
  all: () => [],
  unused: () => [Prisma.sql`NOT EXISTS (SELECT 1 FROM picture_use u WHERE u.hash = p.hash)`],
  undescribed: () => [Prisma.sql`p.described = ${false}`],
  ending: (at) => [Prisma.sql`p."licenceEnd" < ${endsSoonBefore(at)}`],
}

const longestWords = 100

/** Each word stands somewhere, capitals or not: as far as the store knows them, which for SQLite is those of ASCII. */
function said(words: string): Prisma.Sql[] {
  const sought = words.slice(0, longestWords).split(/\s+/).filter(Boolean)
  return sought.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`LOWER(p.caption || ' ' || p.credit || ' ' || p.alt || ' ' || p."fileName") LIKE LOWER(${like}) ESCAPE '\\'`
  })
}
