import { authorsOf } from './byline'
import type { Copy, Kind } from './copy'
import type { Identity } from './identity'

/** Where an article stands for readers: all that decides which pages show it. */
export type Standing = {
  id: number
  path: string
  kind: Kind
  category: string
  tags: string[]
  byline: string | null
  source: Copy['source']
  /** Keys of the securities its text marks: `sh.600519`. */
  securities: string[]
  /** `2026-11-24`: its day of publication in the site's zone. */
  day: string
  /** Whether it was ever corrected. */
  isCorrected: boolean
}

/** What an act did to what readers see. Before and after are null where the article was not public. */
export type Effect = {
  articles?: {
    before: Standing | null
    after: Standing | null
    /** Newest in its category. */
    isNewest: boolean
    /** Newest in all the newspaper. */
    isNewestOfAll?: boolean
  }[]
  /** Paths that lead somewhere else now, or anywhere at all. */
  addresses?: string[]
  /** Slugs of categories that are new or say something else of themselves. */
  categories?: string[]
  /** Keys of securities whose lists have gained what nobody had counted. */
  securities?: string[]
  /** Numbers of articles that are related otherwise than before. */
  related?: number[]
  /** Numbers of articles of which more or fewer others say the same. */
  twins?: number[]
  /** Numbers of stories that have gained or lost a report. */
  stories?: number[]
  /** Whether what every page shows has changed: the name, the imprint, the navigation. */
  site?: boolean
  /** Whether a day has something to show that had nothing, or the other way round. */
  calendar?: boolean
  /** Whether a new day has begun. */
  day?: boolean
  /** Whether a new hour has begun. */
  hour?: boolean
}

/**
 * What an act touched, each identity once: the only place that knows which pages an act can change. An article that moves touches where it
 * stood and where it stands.
 */
export function touchedBy({
  articles = [],
  addresses = [],
  categories = [],
  securities = [],
  related = [],
  twins = [],
  stories = [],
  site = false,
  calendar = false,
  day = false,
  hour = false,
}: Effect): Identity[] {
  const touched = new Set<Identity>()
  if (site) touched.add('site')
  if (calendar) touched.add('calendar')
  if (day) touched.add('today')
  if (hour) touched.add('hour')
  for (const path of addresses) touched.add(`address:${path}`)
  for (const slug of categories) touchAll(touched, ['categories', `category:${slug}`, `category-past:${slug}`])
  for (const key of securities) touched.add(`security:${key}`)
  for (const id of related) touched.add(`related:${id}`)
  for (const id of twins) touched.add(`twins:${id}`)
  for (const id of stories) touched.add(`story:${id}`)
  for (const { before, after, isNewest, isNewestOfAll = false } of articles) {
    touched.add('front')
    if (before?.isCorrected || after?.isCorrected) touched.add('corrections')
    if (!before || !after || before.category !== after.category) touched.add('categories')
    const goesOnTop = isNewest && !before
    const goesOnTopOfAll = isNewestOfAll && !before
    if (!goesOnTopOfAll) touched.add('front-past')
    for (const standing of [before, after]) {
      if (!standing) continue
      touchAll(touched, whereItStands(standing, goesOnTop))
      touchAll(touched, [...whatItNames(standing, goesOnTopOfAll), ...whenItCame(standing, goesOnTopOfAll)])
    }
  }
  return [...touched]
}

function whereItStands({ id, path, category }: Standing, goesOnTop: boolean): Identity[] {
  return [
    `article:${id}`,
    `address:${path}`,
    `category:${category}`,
    ...(goesOnTop ? [] : [`category-past:${category}` as const]),
  ]
}

/** The lists that are called by a name. What a security is called stands on all its pages. */
function whatItNames({ tags, byline, source, securities }: Standing, goesOnTopOfAll: boolean): Identity[] {
  const named = [
    ...tags.map((name) => ['tag', name] as const),
    ...authorsOf(byline).map((name) => ['author', name] as const),
    ...(source?.name ? [['source', source.name] as const] : []),
  ]
  return [
    ...named.map(([noun, name]) => `${noun}:${name}` as const),
    ...(goesOnTopOfAll ? [] : named.map(([noun, name]) => `${noun}-past:${name}` as const)),
    ...securities.map((key) => `security:${key}` as const),
  ]
}

/** The lists that are in the order of time alone. */
function whenItCame({ kind, day }: Standing, goesOnTopOfAll: boolean): Identity[] {
  return [
    `day:${day}`,
    `month:${day.slice(0, 7)}`,
    `year:${day.slice(0, 4)}`,
    ...(kind === 'flash' ? (['flash'] as const) : []),
    ...(goesOnTopOfAll ? [] : [`day-past:${day}` as const, ...(kind === 'flash' ? (['flash-past'] as const) : [])]),
  ]
}

function touchAll(touched: Set<Identity>, more: Identity[]): void {
  for (const identity of more) touched.add(identity)
}
