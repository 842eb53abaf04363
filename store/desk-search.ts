import type { Status } from '@/newsroom/article'
import type { Database } from './database'
import { deskMarks, type Filed } from './index-entries'
import type { Ask, Match } from './search-ask'
import { indexOf } from './search-indexes'

/** What somebody at the desk asks for. */
export type DeskAsk = Ask & {
  /** Whose articles alone may be found, by the policy; null where all may. */
  owner: number | null
  /** Of these states, and of none of those. */
  statuses: Status[] | null
  notStatuses: Status[]
  /** Begun or written by one of these people; each list of them is asked for. */
  who: number[][]
  notWho: number[]
}

/** An article that was found: by a version the desk has of it, or, with null, as outside copy brought it. */
export type DeskMatch = { articleId: number; version: number | null; second: number }

/** How far a page has come in each of the two lists that are one to whoever reads it. */
export type DeskPlace = { desk: Match | null; wire: Match | null }
export const firstPlace: DeskPlace = { desk: null, wire: null }

/**
 * What the desk finds, newest writing first: each article by the newest version that has what is asked for, and none that its owner alone may
 * see. Resolves to a page of it and to where the next one starts, null on the last.
 */
export async function findForDesk(
  db: Database,
  ask: DeskAsk,
  { place, limit, looks = mostLooks }: { place: DeskPlace; limit: number; looks?: number },
): Promise<{ found: DeskMatch[]; next: DeskPlace | null }> {
  const [{ found: desk, goesOn }, wire] = await Promise.all([
    findVersions(db, ask, { after: place.desk, limit: limit + 1, looks }),
    findUntouched(db, ask, { after: place.wire, limit: limit + 1 }),
  ])
  const next = { ...place }
  const found: DeskMatch[] = []
  while (found.length < limit) {
    const [version, article] = [desk[0], wire[0]]
    if (version && (!article || version.match.second >= article.second)) {
      found.push({ articleId: version.articleId, version: version.version, second: version.match.second })
      next.desk = version.match
      desk.shift()
    } else if (article && (!goesOn || article.second >= goesOn.second)) {
      found.push({ articleId: article.id, version: null, second: article.second })
      next.wire = article
      wire.shift()
    } else break
  }
  if (goesOn && desk.length === 0) next.desk = goesOn
  return { found, next: desk.length + wire.length > 0 || goesOn ? next : null }
}

type Page = { after: Match | null; limit: number }
type Version = { match: Match; articleId: number; version: number }

/** A text saved a hundred times may be found as often, and is shown once: so many looks at the index for a page, which is then shorter. */
const mostLooks = 20

/** `goesOn` is where to look on after that, when there were too many looks for a whole page. */
async function findVersions(
  db: Database,
  ask: DeskAsk,
  { after, limit, looks }: Page & { looks: number },
): Promise<{ found: Version[]; goesOn: Match | null }> {
  const marked = inDesk(ask)
  const found: Version[] = []
  let from = after
  for (let look = 0; look < looks; look++) {
    const matches = await indexOf(db, 'desk').find(db, marked, { after: from, limit: limit * 2 })
    found.push(...(await newestOnly(db, ask, marked, matches)))
    from = matches.at(-1) ?? from
    if (matches.length < limit * 2 || found.length >= limit) return { found: found.slice(0, limit), goesOn: null }
  }
  return { found, goesOn: from }
}

/** Leaves out a version where a newer one of its article is found as well; where a state is asked for, every version but the newest. */
async function newestOnly(db: Database, ask: DeskAsk, marked: Ask, matches: Match[]): Promise<Version[]> {
  const rows = await db.deskVersion.findMany({
    where: { id: { in: matches.map(({ id }) => id) } },
    select: { id: true, articleId: true, version: true, article: { select: { version: true } } },
  })
  const known = new Map(rows.map((row) => [row.id, row]))
  const older = rows.filter(({ version, article }) => version < article.version)
  const asksForState = ask.statuses !== null || ask.notStatuses.length > 0
  const hidden = new Set(asksForState ? older.map(({ id }) => id) : await listOutdone(db, marked, older))
  return matches.flatMap((match) => {
    const row = known.get(match.id)
    return row && !hidden.has(row.id) ? [{ match, articleId: row.articleId, version: row.version }] : []
  })
}

async function listOutdone(
  db: Database,
  marked: Ask,
  older: { id: number; articleId: number; version: number }[],
): Promise<number[]> {
  if (older.length === 0) return []
  const newer = await db.deskVersion.findMany({
    where: { OR: older.map(({ articleId, version }) => ({ articleId, version: { gt: version } })) },
    select: { id: true, articleId: true, version: true },
  })
  const ids = newer.map(({ id }) => id)
  const matching = new Set(await indexOf(db, 'desk').among(db, marked, ids))
  return older
    .filter((one) =>
      newer.some(
        ({ id, articleId, version }) => articleId === one.articleId && version > one.version && matching.has(id),
      ),
    )
    .map(({ id }) => id)
}

/** The desk's own marks are asked for by the index, not looked at afterwards: what may not be seen is not found. */
function inDesk({ owner, statuses, notStatuses, who, notWho, ...ask }: DeskAsk): Ask {
  const people = (numbers: number[]): Filed[] =>
    numbers.flatMap((number) => [
      { field: 'owner', number },
      { field: 'hand', number },
    ])
  const marks = (some: Status[]): Filed[] => some.map((status) => ({ field: 'mark', number: deskMarks[status] }))
  return {
    ...ask,
    under: [
      ...ask.under,
      ...(owner === null ? [] : [[{ field: 'owner' as const, number: owner }]]),
      ...(statuses ? [marks(statuses)] : []),
      ...who.map(people),
    ],
    notUnder: [...ask.notUnder, ...marks(notStatuses), ...people(notWho)],
  }
}

/** What outside copy brought and nobody has touched is nobody's, and all of it is published. */
async function findUntouched(db: Database, ask: DeskAsk, page: Page): Promise<Match[]> {
  const { owner, statuses, notStatuses, who } = ask
  const isLookedFor = statuses === null || statuses.includes('published')
  if (owner !== null || who.length > 0 || !isLookedFor || notStatuses.includes('published')) return []
  const untouched = { field: 'mark' as const, number: deskMarks.untouched }
  const { phrases, without, under, notUnder, from, before } = ask
  return indexOf(db, 'text').find(
    db,
    { phrases, without, under: [...under, [untouched]], notUnder, from, before },
    page,
  )
}
