import { isDeepStrictEqual, promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { newAddress } from '@/newsroom/address'
import type { IncomingArticle, OriginalFile } from '@/newsroom/incoming-article'
import { addCategory } from './categories'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/client'
import { insertNumberedRows, insertRows, type Row } from './insert-rows'
import { numberNames } from './names'
import { type Publication, removePublications, writePublications } from './publication'
import { toArticle, wholeArticle } from './rows'

const deflate = promisify(deflateRaw)

export type Batch = {
  /** Which site the files are of. */
  site: string
  /** The site's zone: the day in an address that the newsroom makes. */
  zone: string
  at: Date
  /** The number of the rules that read the files. */
  readBy: number
}

export type Saved = {
  originKey: string
  outcome: 'created' | 'updated' | 'unchanged' | 'edited-here' | 'killed-here'
  path: string | null
  /** Addresses that belong to something else already: they go on leading there. */
  takenPaths: string[]
}

/**
 * Saves a batch of outside copy with its addresses and originals in one transaction: a run that dies leaves whole articles only, and
 * the next one goes on from there. An article that the desk has edited or killed since is left alone.
 */
export async function saveIncoming(db: Database, incoming: IncomingArticle[], batch: Batch): Promise<Saved[]> {
  const originals = await pack(incoming.flatMap((one) => one.originals))
  return db.$transaction(async (tx) => {
    const categories = await numberCategories(tx, incoming, batch.at)
    const sources = await numberNames(
      tx,
      'source',
      incoming.flatMap(({ copy }) => copy.source?.name ?? []),
    )
    const known = new Map(
      (
        await tx.article.findMany({
          where: { originKey: { in: incoming.map((one) => one.originKey) } },
          include: wholeArticle,
        })
      ).map((row) => [row.originKey, row]),
    )
    const read = await versionsRead(
      tx,
      [...known.values()].map(({ id }) => id),
    )

    const saved = new Map<string, Saved>()
    const fresh: IncomingArticle[] = []
    const changed: { incoming: IncomingArticle; id: number; version: number; path: string | null }[] = []
    for (const one of incoming) {
      const row = known.get(one.originKey)
      if (!row) {
        fresh.push(one)
        continue
      }
      const article = toArticle(row)
      const outcome =
        row.status === 'killed'
          ? 'killed-here'
          : article.version !== (read.get(row.id) ?? 0)
            ? 'edited-here'
            : isDeepStrictEqual(article.copy, one.copy) && row.wireCode === one.wireCode
              ? 'unchanged'
              : 'updated'
      saved.set(one.originKey, { originKey: one.originKey, outcome, path: article.path, takenPaths: [] })
      if (outcome === 'updated')
        changed.push({ incoming: one, id: row.id, version: row.version + 1, path: article.path })
    }

    const columns = (one: IncomingArticle, version: number) =>
      toColumns(one, { version, categoryId: categories.get(one.copy.category), sources, at: batch.at })
    const created = await insertNumberedRows(
      tx,
      'article',
      fresh.map((one) => ({ ...columns(one, 1), createdAt: batch.at })),
      'originKey',
    )
    const ids = new Map<string | null, number>([
      ...[...known.values()].map((row) => [row.originKey, row.id] as const),
      ...created,
    ])
    await insertRows(
      tx,
      'article_body',
      fresh.map((one) => ({
        articleId: mustHave(ids, one.originKey),
        format: one.copy.bodyFormat,
        body: one.copy.body,
      })),
    )
    for (const { incoming: one, id, version } of changed) {
      await tx.article.update({
        where: { id },
        data: { ...columns(one, version), picture: one.copy.picture ?? Prisma.DbNull },
      })
      await tx.articleBody.update({
        where: { articleId: id },
        data: { format: one.copy.bodyFormat, body: one.copy.body },
      })
    }

    const claims = await claimAddresses(
      tx,
      [
        ...fresh.map((one) => ({ one, id: mustHave(ids, one.originKey), path: null })),
        ...changed.map(({ incoming: one, id, path }) => ({ one, id, path })),
      ],
      batch,
    )
    for (const one of fresh)
      saved.set(one.originKey, {
        originKey: one.originKey,
        outcome: 'created',
        path: claims.get(one.originKey)?.path ?? null,
        takenPaths: [],
      })
    for (const [originKey, { takenPaths }] of claims) mustHave(saved, originKey).takenPaths = takenPaths

    await removePublications(
      tx,
      changed.map(({ id }) => id),
    )
    const versions = new Map(changed.map(({ incoming: one, version }) => [one.originKey, version]))
    const shown = [...fresh, ...changed.map(({ incoming: one }) => one)].filter((one) => one.isPublic)
    await writePublications(
      tx,
      shown.map((one) =>
        toPublication(one, {
          id: mustHave(ids, one.originKey),
          path: claims.get(one.originKey)?.path,
          version: versions.get(one.originKey) ?? 1,
          categoryId: categories.get(one.copy.category),
          at: batch.at,
        }),
      ),
    )
    await saveOriginals(
      tx,
      incoming.flatMap((one) =>
        one.originals.map((file) => ({
          file,
          role: 'article',
          articleId: mustHave(ids, one.originKey),
          articleVersion: versionAfter(one),
        })),
      ),
      originals,
      batch,
    )
    return incoming.map((one) => mustHave(saved, one.originKey))

    // What the desk has edited keeps the version that was read then, so that the next run leaves it alone too.
    function versionAfter(one: IncomingArticle): number | null {
      const row = known.get(one.originKey)
      return row ? (versions.get(one.originKey) ?? read.get(row.id) ?? null) : 1
    }
  })
}

export type KeptFile = {
  file: OriginalFile
  role: 'site' | 'category' | 'file' | 'kept' | 'refused'
  note?: string
  path?: string
}

/** Keeps files that are no articles, so that the site can be given back; one with a `path` answers there from now on. */
export async function keepFiles(db: Database, kept: KeptFile[], batch: Batch): Promise<void> {
  const originals = await pack(kept.map(({ file }) => file))
  await db.$transaction(async (tx) => {
    await saveOriginals(
      tx,
      kept.map(({ file, role, note }) => ({ file, role, note, articleId: null, articleVersion: null })),
      originals,
      batch,
    )
    for (const { file, path } of kept) {
      if (path === undefined) continue
      const { id } = await tx.original.findUniqueOrThrow({
        where: { site_path: { site: batch.site, path: file.path } },
        select: { id: true },
      })
      await tx.address.upsert({
        where: { path },
        create: { path, state: 'current', originalId: id, since: batch.at },
        update: {},
      })
    }
  })
}

/** Whether nothing was ever written or brought in: the moment for a demonstration. */
export async function isEmptyStore(db: Database): Promise<boolean> {
  const [article, original] = await Promise.all([
    db.article.findFirst({ select: { id: true } }),
    db.original.findFirst({ select: { id: true } }),
  ])
  return article === null && original === null
}

export type KnownFile = {
  sha256: string
  role: string
  readBy: number /** Where readers find what was made of it. */
  address: string | null
}

/** What is known of a site's files by their paths, some at a time. */
export async function findKnownFiles(db: Database, site: string, paths: string[]): Promise<Map<string, KnownFile>> {
  const rows = await db.original.findMany({
    where: { site, path: { in: paths } },
    select: {
      path: true,
      sha256: true,
      role: true,
      readBy: true,
      article: { select: { published: { select: { path: true } } } },
    },
  })
  return new Map(
    rows.map(({ path, article, ...file }) => [path, { ...file, address: article?.published?.path ?? null }]),
  )
}

/** Makes a category that a site's page names, or gives the page's address to the one there is. */
export async function saveCategoryPage(
  db: Database,
  page: { slug: string; name: string; path: string },
  { at }: Batch,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const known = await tx.category.findUnique({ where: { slug: page.slug }, select: { id: true } })
    const id = known?.id ?? (await addCategory(tx, { slug: page.slug, name: page.name, at }))
    await tx.address.upsert({
      where: { path: page.path },
      create: { path: page.path, state: 'moved', categoryId: id, since: at },
      update: {},
    })
  })
}

/** Gives categories the names, descriptions and ranks that a site's settings state; those that exist keep what the desk gave them. */
export async function saveNamedCategories(
  db: Database,
  named: { slug: string; name: string; description: string }[],
  { at }: Batch,
): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const [rank, category] of named.entries()) {
      if (await tx.category.findUnique({ where: { slug: category.slug }, select: { id: true } })) continue
      await addCategory(tx, { ...category, rank: rank + 1, at })
    }
  })
}

async function numberCategories(tx: Transaction, incoming: IncomingArticle[], at: Date): Promise<Map<string, number>> {
  const slugs = [...new Set(incoming.map(({ copy }) => copy.category))]
  const known = await tx.category.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true, name: true },
  })
  const numbers = new Map(known.map(({ slug, id }) => [slug, id]))
  const names = new Map<string, string>()
  for (const { copy, categoryName } of incoming)
    if (categoryName && !names.has(copy.category)) names.set(copy.category, categoryName)
  for (const slug of slugs)
    if (!numbers.has(slug)) numbers.set(slug, await addCategory(tx, { slug, name: names.get(slug) ?? slug, at }))
  // A category that was met before anything told its name is still called by its slug.
  for (const { id, slug, name } of known) {
    const told = names.get(slug)
    if (name === slug && told && told !== slug) await tx.category.update({ where: { id }, data: { name: told } })
  }
  return numbers
}

/** The version of each article that its file made last. */
async function versionsRead(tx: Transaction, ids: number[]): Promise<Map<number, number>> {
  const rows = await tx.original.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, articleVersion: true },
  })
  return new Map(
    rows.flatMap(({ articleId, articleVersion }) =>
      articleId === null || articleVersion === null ? [] : [[articleId, articleVersion] as const],
    ),
  )
}

type Claim = { one: IncomingArticle; id: number; path: string | null }

/** Gives each article its addresses; a path that was ever public for something else is not given out again. */
async function claimAddresses(
  tx: Transaction,
  claims: Claim[],
  { zone, at }: Batch,
): Promise<Map<string, { path: string; takenPaths: string[] }>> {
  const wanted = claims
    .flatMap(({ one }) => [one.path, ...one.movedPaths])
    .filter((path): path is string => path !== null)
  const owners = new Map<string, number | null>(
    (await tx.address.findMany({ where: { path: { in: wanted } }, select: { path: true, articleId: true } })).map(
      ({ path, articleId }) => [path, articleId],
    ),
  )
  const rows: Row[] = []
  const result = new Map<string, { path: string; takenPaths: string[] }>()
  for (const { one, id, path: before } of claims) {
    const takenPaths: string[] = []
    const claim = (path: string, state: 'current' | 'moved'): boolean => {
      const isOurs = owners.get(path) === id
      if (owners.has(path)) {
        if (!isOurs) takenPaths.push(path)
        return isOurs
      }
      owners.set(path, id)
      rows.push({ path, state, articleId: id, since: at })
      return true
    }
    const ownPath = () =>
      newAddress({ id, category: one.copy.category, slug: null, publishedAt: one.publishedAt }, zone)
    let path = before ?? one.path
    if (path === null || !(before !== null || claim(path, 'current'))) {
      path = ownPath()
      claim(path, 'current')
    }
    for (const moved of one.movedPaths) if (moved !== path) claim(moved, 'moved')
    result.set(one.originKey, { path, takenPaths })
  }
  await insertRows(tx, 'address', rows)
  return result
}

type Columns = { version: number; categoryId: number | undefined; sources: Map<string, number>; at: Date }

function toColumns(one: IncomingArticle, { version, categoryId, sources, at }: Columns) {
  const { copy } = one
  if (categoryId === undefined) throw new Error(`no category ${copy.category}`)
  return {
    originKey: one.originKey,
    kind: copy.kind,
    status: one.isPublic ? 'published' : 'draft',
    version,
    publishedVersion: one.isPublic ? version : null,
    headline: copy.headline,
    kicker: copy.kicker,
    standfirst: copy.standfirst,
    byline: copy.byline,
    editor: copy.editor,
    categoryId,
    sourceId: copy.source?.name ? (sources.get(copy.source.name) ?? null) : null,
    sourceAddress: copy.source?.address ?? null,
    wireCode: one.wireCode,
    slug: copy.slug,
    picture: copy.picture,
    tags: copy.tags,
    urgent: copy.urgent,
    publishedAt: one.publishedAt,
    // For the desk, old copy was touched last when it was published: today's work stays on top of its list.
    updatedAt: version === 1 ? one.publishedAt : at,
  }
}

function toPublication(
  one: IncomingArticle,
  {
    id,
    path,
    version,
    categoryId,
    at,
  }: { id: number; path: string | undefined; version: number; categoryId: number | undefined; at: Date },
): Publication {
  if (path === undefined || categoryId === undefined) throw new Error(`article ${id} has no address or no category`)
  return {
    article: {
      id,
      version,
      status: 'published',
      copy: one.copy,
      publishedVersion: version,
      publishedAt: one.publishedAt,
      createdAt: at,
      updatedAt: version === 1 ? one.publishedAt : at,
      createdBy: null,
      updatedBy: null,
      path,
      kill: null,
    },
    categoryId,
    wireCode: one.wireCode,
    readers: one.readers,
  }
}

type PackedFile = { packing: 'none' | 'deflate'; bytes: Uint8Array<ArrayBuffer> }
type OriginalRow = {
  file: OriginalFile
  role: string
  note?: string
  articleId: number | null
  articleVersion: number | null
}

async function saveOriginals(
  tx: Transaction,
  rows: OriginalRow[],
  packed: Map<OriginalFile, PackedFile>,
  { site, at, readBy }: Batch,
): Promise<void> {
  const known = new Map(
    (
      await tx.original.findMany({
        where: { site, path: { in: rows.map(({ file }) => file.path) } },
        select: { id: true, path: true },
      })
    ).map(({ path, id }) => [path, id]),
  )
  const data = rows.map(({ file, role, note, articleId, articleVersion }) => ({
    site,
    path: file.path,
    role,
    sha256: file.sha256,
    size: file.bytes.byteLength,
    ...mustHave(packed, file),
    articleId,
    articleVersion,
    readBy,
    note: note ?? null,
    importedAt: at,
  }))
  await insertRows(
    tx,
    'original',
    data.filter(({ path }) => !known.has(path)),
  )
  for (const row of data) {
    const id = known.get(row.path)
    if (id !== undefined) await tx.original.update({ where: { id }, data: row })
  }
}

async function pack(files: OriginalFile[]): Promise<Map<OriginalFile, PackedFile>> {
  return new Map(await Promise.all(files.map(async (file) => [file, await packOne(file)] as const)))
}

/** Text packs to less than half; pictures are packed already. */
async function packOne({ path, bytes }: OriginalFile): Promise<PackedFile> {
  if (/\.(?:jpe?g|png|gif|webp|avif|ico|woff2?|zip|gz|pdf|mp[34])$/i.test(path))
    return { packing: 'none', bytes: Uint8Array.from(bytes) }
  return { packing: 'deflate', bytes: Uint8Array.from(await deflate(bytes, { level: 1 })) }
}

function mustHave<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`)
  return value
}
