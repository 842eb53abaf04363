import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { categoryPath } from '@/newsroom/category'
import type { IncomingArticle } from '@/newsroom/incoming-article'
import { daysBetween } from '@/newsroom/moment'
import { Refusal } from '@/newsroom/refusal'
import type { Database } from '@/store/database'
import {
  type Batch,
  findKnownFiles,
  type KeptFile,
  type KnownFile,
  keepFiles,
  saveCategoryPage,
  saveIncoming,
  saveNamedCategories,
} from '@/store/incoming'
import { firstSettings, readSettings, saveSettings } from '@/store/settings'
import { emptyReport, type ImportReport, type ReportEntry, refusalSentences } from '../import-report'
import { readFrontMatter, textOf } from './front-matter'
import { type ZonelessDates, readJekyllDate } from './jekyll-date'
import {
  originName,
  type PictureSize,
  type PostFile,
  type PostRules,
  type ReadPost,
  toArticle,
  toOriginal,
  UnreadableFile,
} from './post-article'
import { readSiteConfig, type SiteConfig } from './site-config'
import { listSiteFiles } from './site-files'

/** Grows whenever these rules read a file differently: files that did not change are then read again. */
const rulesVersion = 1
const batchSize = 200

export type ImportOptions = {
  directory: string
  /** The zone for a site that names none. */
  zone: string
  at: Date
  zoneless: ZonelessDates
  /** Reads and reports, and writes nothing. */
  dryRun: boolean
  /** Moves every date by whole days, so that the newest stands on this instant's day. */
  shiftNewestTo: Date | null
  onProgress: (done: number, total: number) => void
  /** Asked between batches; true ends the run after what is saved. */
  isStopped: () => boolean
}

/**
 * Brings a Jekyll site into the store, every address it had alive: posts, old posts, category pages and files. One bad file never
 * stops it and is never lost; running it again changes nothing, and goes on where a broken run ended. Throws when the folder cannot be read.
 */
export async function importSite(db: Database, options: ImportOptions): Promise<ImportReport> {
  const { directory, at } = options
  const read = (path: string) => readFile(join(directory, path))
  const config = readSiteConfig(await read('_config.yml').then(String, () => null))
  const files = await listSiteFiles(directory, originName)
  const report = emptyReport()
  const batch: Batch = { site: config.key, zone: config.zone ?? options.zone, at, readBy: rulesVersion }
  const writing = !options.dryRun

  if (writing) await saveNewspaper(db, config, batch)
  const pictureSizes = await bringServedFiles(files.served)
  const rules: PostRules = {
    siteKey: config.key,
    zone: batch.zone,
    permalink: config.permalink,
    categories: config.categories,
    zoneless: options.zoneless,
    pictureSizes,
    shiftDays: 0,
  }
  if (options.shiftNewestTo)
    rules.shiftDays = await daysToShift([...files.posts.values()].flat(), options.shiftNewestTo)
  await bringPosts([...files.posts.values()])
  await bringCategoryPages(files.categoryPages)
  await keep(
    files.kept.map((path) => ({
      path,
      role: path === '_config.yml' ? ('site' as const) : ('kept' as const),
      reason: 'not an article',
    })),
  )
  return report

  async function bringPosts(posts: string[][]): Promise<void> {
    const groups = chunk(posts, batchSize)
    let reading = readGroup(groups[0])
    for (const [index, group] of groups.entries()) {
      const files = await reading
      // The next files come off the disk while these are saved.
      reading = readGroup(groups[index + 1])
      const known = await findKnownFiles(db, config.key, group.flat())
      const fresh: ReadPost[] = []
      for (const post of files) {
        const read = isSettled(post, known) ? null : await readPost(post, known)
        if (read) fresh.push(read)
      }
      if (fresh.length > 0) await savePosts(fresh)
      options.onProgress(Math.min((index + 1) * batchSize, posts.length), posts.length)
      if (options.isStopped()) return
    }
  }

  async function readGroup(group: string[][] = []): Promise<PostFile[][]> {
    const posts = await Promise.all(group.map((paths) => Promise.all(paths.map(readOrReport))))
    return posts.map((files) => files.filter((file) => file !== null)).filter((files) => files.length > 0)
  }

  /** Null for a file that the machine does not give out; the report says why. */
  async function readOrReport(path: string): Promise<PostFile | null> {
    try {
      return { path, bytes: await read(path) }
    } catch (error) {
      report.refused.push({
        file: path,
        reason: `it cannot be read: ${error instanceof Error ? error.message : error}`,
      })
      return null
    }
  }

  /** Whether these rules have read the very same files before, and made an article of them. */
  function isSettled(files: PostFile[], known: Map<string, KnownFile>): boolean {
    if (!files.every((file) => isSameFile(file, known.get(file.path)) && known.get(file.path)?.role === 'article'))
      return false
    report.unchanged.push(...files.map(({ path }) => entryFor(path, known.get(path)?.address ?? null)))
    return true
  }

  /** Null for a post that is refused: it is kept with the reason. */
  async function readPost(files: PostFile[], known: Map<string, KnownFile>): Promise<ReadPost | null> {
    try {
      return toArticle(files, rules)
    } catch (error) {
      if (!(error instanceof UnreadableFile || error instanceof Refusal)) throw error
      const reason = (error instanceof Refusal && refusalSentences[error.reason]) || error.message
      report.refused.push(...files.map(({ path }) => ({ file: path, reason })))
      const fresh = files.filter((file) => !isSameFile(file, known.get(file.path)))
      if (writing && fresh.length > 0)
        await keepFiles(
          db,
          fresh.map((file) => ({ file: toOriginal(file), role: 'refused' as const, note: reason })),
          batch,
        )
      return null
    }
  }

  async function savePosts(posts: ReadPost[]): Promise<void> {
    const saved = writing
      ? await saveIncoming(
          db,
          posts.map(({ article }) => article),
          batch,
        )
      : await foresee(posts.map(({ article }) => article))
    for (const [index, { article, repairs }] of posts.entries()) {
      const { outcome, path, takenPaths } = saved[index] ?? { outcome: 'created' as const, path: null, takenPaths: [] }
      for (const { path: file } of article.originals) {
        const entry = entryFor(file, path)
        if (outcome === 'edited-here')
          report.refused.push({ ...entry, reason: 'the desk has edited the article since; it was left as it is' })
        else if (outcome === 'killed-here')
          report.refused.push({ ...entry, reason: 'the desk has killed the article; it stays so' })
        else
          report[outcome].push({
            ...entry,
            ...(takenPaths.length > 0 && {
              reason: `these addresses belong to something else already: ${takenPaths.join(' ')}`,
            }),
          })
        if (repairs.length > 0) report.repaired.push({ ...entry, repairs })
      }
    }
  }

  async function foresee(
    articles: IncomingArticle[],
  ): Promise<{ outcome: 'created' | 'updated'; path: string | null; takenPaths: string[] }[]> {
    const rows = await db.article.findMany({
      where: { originKey: { in: articles.map(({ originKey }) => originKey) } },
      select: { originKey: true },
    })
    const known = new Set(rows.map(({ originKey }) => originKey))
    return articles.map(({ originKey, path }) => ({
      outcome: known.has(originKey) ? 'updated' : 'created',
      path,
      takenPaths: [],
    }))
  }

  async function bringCategoryPages(paths: string[]): Promise<void> {
    for (const path of paths) {
      const file = await readOrReport(path)
      if (!file) continue
      const fields = readFrontMatter(String(file.bytes))?.fields
      const named = (fields && textOf(fields, 'category')) ?? path.replace(/^category\/|\.[^.]+$/g, '')
      // Two words are two parts of an address to Jekyll, and the first is the shelf.
      const slug = named.split(/\s+/)[0]?.toLowerCase() ?? named
      const address = `/${path.replace(/\.[^.]+$/, '.html')}`
      if (writing) await saveCategoryPage(db, { slug, name: slug, path: address }, batch)
      await keep([{ path, role: 'category', reason: `the page of category ${slug}`, address: categoryPath(slug) }])
    }
  }

  async function bringServedFiles(paths: string[]): Promise<Map<string, PictureSize>> {
    const sizes = new Map<string, PictureSize>()
    for (const path of paths) {
      const size = await read(path).then(sizeOf, () => null)
      if (size) sizes.set(`/${path}`, size)
    }
    await keep(
      paths.map((path) => ({
        path,
        role: 'file' as const,
        reason: 'a file that answers at its own address',
        address: `/${path}`,
      })),
    )
    return sizes
  }

  type Kept = { path: string; role: KeptFile['role']; reason: string; address?: string }

  async function keep(wanted: Kept[]): Promise<void> {
    for (const some of chunk(wanted, batchSize)) {
      const known = await findKnownFiles(
        db,
        config.key,
        some.map(({ path }) => path),
      )
      const fresh: KeptFile[] = []
      for (const { path, role, reason, address } of some) {
        const file = await readOrReport(path)
        if (!file) continue
        if (isSameFile(file, known.get(path))) report.unchanged.push({ file: path, ...(address && { address }) })
        else {
          fresh.push({ file: toOriginal(file), role, path: role === 'file' ? address : undefined })
          report.kept.push({ file: path, reason, ...(address && { address }) })
        }
      }
      if (writing && fresh.length > 0) await keepFiles(db, fresh, batch)
    }
  }

  async function daysToShift(paths: string[], day: Date): Promise<number> {
    let newest: Date | null = null
    for (const path of paths) {
      const fields = readFrontMatter(String(await read(path).catch(() => '')))?.fields
      const date =
        fields && readJekyllDate(textOf(fields, 'date') ?? '', { zone: batch.zone, zoneless: options.zoneless })?.meant
      if (date && (newest === null || date > newest)) newest = date
    }
    return newest ? daysBetween(newest, day, batch.zone) : 0
  }
}

/** A newspaper that has no name yet takes the old site's; one that has keeps its own. */
async function saveNewspaper(
  db: Database,
  { title, description, language, dibao }: SiteConfig,
  batch: Batch,
): Promise<void> {
  const named = Object.entries(dibao?.categories ?? {}).map(([slug, value]) =>
    typeof value === 'string' ? { slug, name: value, description: '' } : { slug, ...value },
  )
  await saveNamedCategories(db, named, batch)
  const { version } = await readSettings(db)
  if (version > 0 || title === null) return
  const { seal, imprint, legal, facts } = dibao ?? firstSettings
  await saveSettings(
    db,
    { ...firstSettings, name: title, description, language, seal, imprint, legal, facts },
    { seenVersion: 0, at: batch.at },
  )
}

function entryFor(file: string, address: string | null): ReportEntry {
  return { file, ...(address !== null && { address }) }
}

function chunk<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

function isSameFile(file: PostFile, known: KnownFile | undefined): boolean {
  return known?.readBy === rulesVersion && known.sha256 === toOriginal(file).sha256
}

function sizeOf(bytes: Uint8Array): PictureSize | null {
  try {
    const { width, height } = imageSize(bytes)
    return { width, height }
  } catch {
    return null
  }
}
