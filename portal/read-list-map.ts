import { env } from '@/env'
import { archivePath, archivePathOf } from '@/newsroom/archive'
import { categoryPath } from '@/newsroom/category'
import { correctionsPath } from '@/newsroom/correction'
import { flashPath } from '@/newsroom/flash'
import { listCategories } from '@/store/categories'
import { type Database, database } from '@/store/database'
import { listMonths } from '@/store/months'
import { findDayBeside, listDays } from '@/store/published-days'
import { dependOn } from './page-context'
import { readSite } from './read-site'
import type { MappedPage, NamedPart } from './sitemap'

/** The parts of the sitemap that list lists: the days of each year, newest first, and the pages there is one of. */
export function readListParts(): AsyncGenerator<NamedPart> {
  // Said at once, not when the first part is wanted: the page may be on its way by then.
  dependOn('front')
  return parts()
}

async function* parts(): AsyncGenerator<NamedPart> {
  const db = await database(env.databaseUrl)
  yield { name: 'pages', changedAt: null }
  const noted = [...(await listMonths(db))]
  for (let year = await yearBefore(db, '9999'); year; year = await yearBefore(db, year)) {
    const touched = noted.flatMap(([month, { touchedAt }]) => (month.startsWith(`${year}-`) ? [touchedAt] : []))
    yield { name: `days-${year}`, changedAt: newestOf(touched) }
  }
}

/** The addresses of one of these parts by the name of its file; null when there is no such part. */
export async function readListMap(file: string): Promise<MappedPage[] | null> {
  if (file === 'pages.xml') return pages()
  const [, year] = /^days-(\d{4})\.xml$/.exec(file) ?? []
  if (!year) return null
  dependOn(`year:${year}`)
  const map = await mapOfYear(await database(env.databaseUrl), year)
  return map.length > 0 ? map : null
}

/** Every page that lists something and is no day's: nobody keeps when such a one last changed. */
async function pages(): Promise<MappedPage[]> {
  dependOn('categories')
  const { lists } = await readSite()
  const categories = await listCategories(await database(env.databaseUrl))
  const shown = categories.filter(({ articleCount }) => articleCount > 0)
  const paths = [
    '/',
    ...(shown.length > 0 ? [archivePath, '/categories'] : []),
    ...(lists.flashes ? [flashPath] : []),
    ...(lists.corrections ? [correctionsPath] : []),
    ...shown.map(({ slug }) => categoryPath(slug)),
  ]
  return paths.map((path) => ({ path, updatedAt: null, picture: null }))
}

/** A year with its months and days, each with the time its list last changed: a year's addresses are some hundreds. */
async function mapOfYear(db: Database, year: string): Promise<MappedPage[]> {
  const days = await listDays(db, { from: `${year}-01-01`, to: `${year}-12-31` })
  const noted = await listMonths(db)
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))].map((month) => ({
    month,
    updatedAt: newestOf([
      noted.get(month)?.touchedAt ?? null,
      ...days.flatMap(({ day, touchedAt }) => (day.startsWith(month) ? [touchedAt] : [])),
    ]),
  }))
  const own = {
    path: archivePathOf(year),
    updatedAt: newestOf(months.map(({ updatedAt }) => updatedAt)),
    picture: null,
  }
  if (months.length === 0) return []
  return [
    own,
    ...months.map(({ month, updatedAt }) => ({ path: archivePathOf(month), updatedAt, picture: null })),
    ...days.map(({ day, touchedAt }) => ({ path: archivePathOf(day), updatedAt: touchedAt, picture: null })),
  ]
}

async function yearBefore(db: Database, year: string): Promise<string | null> {
  return (await findDayBeside(db, `${year}-01-01`, 'before'))?.day.slice(0, 4) ?? null
}

function newestOf(moments: (Date | null)[]): Date | null {
  const times = moments.flatMap((at) => (at ? [at.getTime()] : []))
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
