import { isDeepStrictEqual } from 'node:util'
import type { Article } from '@/newsroom/article'
import { deskBody } from '@/newsroom/desk-text'
import type { IncomingArticle, OriginalFile } from '@/newsroom/incoming-article'
import { addCategory, categoryAddresses } from './categories'
import { appendChange } from './changes'
import { claimAddresses } from './claim-addresses'
import type { Database, Transaction } from './database'
import { indexDesk, writeVersion } from './desk-index'
import { Prisma } from './generated/sqlite/client'
import { appendHistory } from './history'
import { insertNumberedRows, insertRows } from './insert-rows'
import { numberNames } from './names'
import { deskCopy, saveUses } from './picture-uses'
import { changePublications, type Publication } from './publication'
import { toArticle, wholeArticle } from './rows'
import { packFiles, saveOriginals } from './save-originals'
import { storable } from './storable-text'

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
  const originals = packFiles(incoming.flatMap((one) => one.originals))
  return db.$transaction(async (tx) => {
    const { numbers: categories, ...renamed } = await numberCategories(tx, incoming, batch.at)
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
    const changed: { incoming: IncomingArticle; article: Article }[] = []
    for (const one of incoming) {
      const row = known.get(one.originKey)
      if (!row) {
        fresh.push(one)
        continue
      }
      const article = toArticle(row)
      const outcome = outcomeFor(one, { article, wireCode: row.wireCode, readVersion: read.get(row.id) ?? 0 })
      saved.set(one.originKey, { originKey: one.originKey, outcome, path: article.path, takenPaths: [] })
      if (outcome === 'updated') changed.push({ incoming: one, article })
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
    await saveUses(tx, 'desk', [
      ...fresh.map((one) => ({ articleId: mustHave(ids, one.originKey), copy: one.copy, isNew: true })),
      ...changed.map(({ incoming: one, article }) => ({
        articleId: article.id,
        copy: deskCopy({ status: isWithdrawn(one, article) ? 'killed' : article.status, copy: one.copy }),
      })),
    ])
    for (const { incoming: one, article } of changed) {
      const withdrawn = isWithdrawn(one, article)
      await tx.article.update({
        where: { id: article.id },
        data: {
          ...columns(one, article.version + 1),
          picture: one.copy.picture ?? Prisma.DbNull,
          ...(withdrawn && { status: 'killed', killedAt: batch.at, killReason: takenBack }),
        },
      })
      await tx.articleBody.update({
        where: { articleId: article.id },
        data: { format: one.copy.bodyFormat, body: one.copy.body },
      })
      if (withdrawn) await tx.address.updateMany({ where: { articleId: article.id }, data: { state: 'gone' } })
      const after = { ...article, version: article.version + 1, copy: one.copy, updatedAt: batch.at, updatedBy: null }
      await appendHistory(
        tx,
        { before: article, after },
        withdrawn ? { act: 'kill', why: takenBack } : { act: 'import' },
      )
      const status = withdrawn ? 'killed' : one.isPublic ? 'published' : 'draft'
      await indexDesk(tx, { before: article, after: { ...after, status }, body: deskBody(one.copy) })
    }
    // What readers do not see is found by the desk alone.
    for (const one of fresh.filter(({ isPublic }) => !isPublic))
      await writeVersion(
        tx,
        {
          ...{ id: mustHave(ids, one.originKey), version: 1, autosaved: false, status: 'draft', copy: one.copy },
          ...{ createdBy: null, updatedBy: null, updatedAt: one.publishedAt },
        },
        deskBody(one.copy),
        null,
      )

    const claims = await claimAddresses(
      tx,
      incoming.map((one) => {
        const row = known.get(one.originKey)
        const path = saved.get(one.originKey)?.path ?? null
        return { one, id: mustHave(ids, one.originKey), path, isGone: row?.status === 'killed' }
      }),
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

    const versions = new Map(changed.map(({ incoming: one, article }) => [one.originKey, article.version + 1]))
    const shown = [...fresh, ...changed.map(({ incoming: one }) => one)].filter((one) => one.isPublic)
    await changePublications(tx, {
      act: 'import',
      at: batch.at,
      zone: batch.zone,
      remove: changed.map(({ article }) => article.id),
      write: shown.map((one) =>
        toPublication(one, {
          id: mustHave(ids, one.originKey),
          path: claims.get(one.originKey)?.path,
          version: versions.get(one.originKey) ?? 1,
          categoryId: categories.get(one.copy.category),
          at: batch.at,
        }),
      ),
      also: {
        addresses: [
          ...[...claims.values()].flatMap(({ newPaths }) => newPaths),
          ...renamed.added.flatMap(categoryAddresses),
        ],
        categories: [...renamed.added, ...renamed.named],
        site: renamed.named.length > 0,
      },
    })
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
  const originals = packFiles(kept.map(({ file }) => file))
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
    const addresses = kept.flatMap(({ path }) => path ?? [])
    await appendChange(tx, { addresses }, { act: 'files', at: batch.at })
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
    const addresses = [page.path, ...(known ? [] : categoryAddresses(page.slug))]
    await appendChange(tx, { addresses, categories: [page.slug] }, { act: 'import', at })
  })
}

/** Gives categories the names, descriptions and ranks that a site's settings state; those that exist keep what the desk gave them. */
export async function saveNamedCategories(
  db: Database,
  named: { slug: string; name: string; description: string }[],
  { at }: Batch,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const added: string[] = []
    for (const [rank, category] of named.entries()) {
      if (await tx.category.findUnique({ where: { slug: category.slug }, select: { id: true } })) continue
      await addCategory(tx, { ...category, rank: rank + 1, at })
      added.push(category.slug)
    }
    await appendChange(tx, { categories: added, addresses: added.flatMap(categoryAddresses) }, { act: 'import', at })
  })
}

type Numbered = {
  numbers: Map<string, number>
  /** Slugs that nobody knew before. */
  added: string[]
  /** Slugs that were known without a name and have one now. */
  named: string[]
}

async function numberCategories(tx: Transaction, incoming: IncomingArticle[], at: Date): Promise<Numbered> {
  const slugs = [...new Set(incoming.map(({ copy }) => copy.category))]
  const known = await tx.category.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true, name: true },
  })
  const numbers = new Map(known.map(({ slug, id }) => [slug, id]))
  const names = toldNames(incoming)
  const added = slugs.filter((slug) => !numbers.has(slug))
  for (const slug of added) numbers.set(slug, await addCategory(tx, { slug, name: names.get(slug) ?? slug, at }))
  // A category that was met before anything told its name is still called by its slug.
  const nameless = known.filter(({ slug, name }) => name === slug && (names.get(slug) ?? slug) !== slug)
  for (const { id, slug } of nameless) await tx.category.update({ where: { id }, data: { name: names.get(slug) } })
  return { numbers, added, named: nameless.map(({ slug }) => slug) }
}

/** The name that more than half of a category's posts tell: where each tells another, they are subjects and no name. */
function toldNames(incoming: IncomingArticle[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { copy, categoryName } of incoming) {
    if (!categoryName) continue
    const told = counts.get(copy.category) ?? new Map<string, number>()
    counts.set(copy.category, told.set(categoryName, (told.get(categoryName) ?? 0) + 1))
  }
  return new Map(
    [...counts].flatMap(([slug, told]) => {
      const all = [...told.values()].reduce((sum, count) => sum + count, 0)
      const most = [...told].find(([, count]) => count * 2 > all)
      return most ? [[slug, most[0]] as const] : []
    }),
  )
}

/** The version of each article that its file made last. */
async function versionsRead(tx: Transaction, ids: number[]): Promise<Map<number, number>> {
  const rows = await tx.original.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, articleVersion: true },
  })
  const newest = new Map<number, number>()
  // A file that its site no longer has still names the version it made once.
  for (const { articleId, articleVersion } of rows) {
    if (articleId === null || articleVersion === null) continue
    newest.set(articleId, Math.max(articleVersion, newest.get(articleId) ?? 0))
  }
  return newest
}

type Standing = { article: Article; wireCode: string | null; readVersion: number }

/** What bringing an article again comes to. The desk's own acts since then are never written over. */
function outcomeFor(one: IncomingArticle, { article, wireCode, readVersion }: Standing): Saved['outcome'] {
  if (article.status === 'killed') return 'killed-here'
  if (article.version !== readVersion) return 'edited-here'
  const isSame = isDeepStrictEqual(article.copy, storable(one.copy)) && wireCode === one.wireCode
  return isSame && one.isPublic === (article.status === 'published') ? 'unchanged' : 'updated'
}

function isWithdrawn({ isPublic }: IncomingArticle, { status }: Article): boolean {
  return status === 'published' && !isPublic
}

/** Shown at the address of a post that its own site has taken back. */
const takenBack = '原站已收回这篇稿件。'

type Columns = { version: number; categoryId: number | undefined; sources: Map<string, number>; at: Date }

function toColumns(one: IncomingArticle, { version, categoryId, sources, at }: Columns) {
  const { copy } = one
  if (categoryId === undefined) throw new Error(`no category ${copy.category}`)
  return {
    originKey: one.originKey,
    kind: copy.kind,
    status: one.isPublic ? 'published' : 'draft',
    version,
    autosaved: false,
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
      autosaved: false,
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
      corrections: [],
    },
    categoryId,
    wireCode: one.wireCode,
    readers: one.readers,
  }
}

function mustHave<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`)
  return value
}
