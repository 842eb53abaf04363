import { initialsOf } from '@/newsroom/initials-of'
import type { MarkedSecurity } from '@/newsroom/securities-of'
import { readTypedSecurity, type Security, securityKey } from '@/newsroom/security'
import type { Database, Transaction } from './database'
import { insertRows, upsertRows } from './insert-rows'

export type NamedSecurity = Security & { name: string }

/** A published article and what its text marks. */
export type Marked = {
  articleId: number
  publishedAt: Date
  securities: MarkedSecurity[]
  /** Whether outside copy says so: a wire knows what a company is called, a reporter may mark 这家公司. */
  isOutside: boolean
}

/** Rows of one statement: neither store takes more than 32,766 values, and a body made to be awkward holds more marks than that. */
const atOnce = 4_000

/**
 * Records which securities published articles mark. One that nobody has marked before becomes known; one that newer outside copy calls
 * otherwise is called so from then on.
 */
export async function writeSecurities(tx: Transaction, articles: Marked[]): Promise<void> {
  const marks = articles.flatMap(({ securities, ...article }) =>
    securities.map((security) => ({ ...article, security })),
  )
  if (marks.length === 0) return
  const ids = await numberSecurities(tx, marks)
  const rows = marks.flatMap(({ security, articleId, publishedAt }) => {
    const securityId = ids.get(securityKey(security))
    return securityId === undefined ? [] : [{ securityId, articleId, publishedAt }]
  })
  for (const some of parts(rows)) await insertRows(tx, 'published_security', some)
}

/** A security that published copy has marked, by its market and code; null for one that nothing has. */
export async function findNamedSecurity(
  db: Database,
  { market, code }: Security,
): Promise<(NamedSecurity & { id: number }) | null> {
  const row = await db.security.findUnique({
    where: { market_code: { market, code } },
    select: { id: true, name: true },
  })
  return row && { id: row.id, market, code, name: row.name }
}

/**
 * Securities that somebody may mean who types a code or its beginning, with its market or without, a part of a name, or the initials of
 * its pinyin (`gzmt`). What begins so comes first, and of equals the one that was in the news last.
 */
export async function findSecurities(
  db: Database,
  { typed, take }: { typed: string; take: number },
): Promise<NamedSecurity[]> {
  const said = typed.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  if (said === '') return []
  const exact = readTypedSecurity(said)
  const [, market = '', rest = ''] = /^(sh|sz|bj|hk|us)\.?([a-z0-9.]+)$/.exec(said) ?? []
  const begins = startOf(said)
  // Some ten thousand securities are written of at all: reading every row of so many takes twenty milliseconds.
  const rows = await db.$queryRaw<NamedSecurity[]>`
    SELECT market, code, name FROM (
      SELECT market, code, name, "namedAt", id, CASE
        WHEN market = ${exact?.market ?? ''} AND code = ${exact?.code ?? ''} THEN 0
        WHEN LOWER(code) = ${said} OR LOWER(name) = ${said} THEN 1
        WHEN LOWER(code) LIKE ${begins} ESCAPE '!' THEN 2
        WHEN market = ${market} AND LOWER(code) LIKE ${startOf(rest)} ESCAPE '!' THEN 2
        WHEN LOWER(name) LIKE ${begins} ESCAPE '!' THEN 3
        WHEN initials LIKE ${begins} ESCAPE '!' THEN 4
        WHEN LOWER(name) LIKE ${`%${begins}`} ESCAPE '!' THEN 5
        END AS place
      FROM security
    ) AS found
    WHERE place IS NOT NULL
    ORDER BY place, "namedAt" DESC, code, id
    LIMIT CAST(${take} AS INTEGER)`
  return rows.map(({ market, code, name }) => ({ market, code, name }))
}

/** A pattern for what begins with these words: what they hold of a pattern's own signs is no pattern. */
function startOf(words: string): string {
  return `${words.replace(/[!%_]/g, '!$&')}%`
}

type Mark = Omit<Marked, 'securities'> & { security: MarkedSecurity }
type Known = { id: number; market: string; code: string; name: string; namedAt: Date }

async function numberSecurities(tx: Transaction, marks: Mark[]): Promise<Map<string, number>> {
  const codes = [...new Set(marks.map(({ security }) => security.code))]
  const known = await findByCodes(tx, codes)
  const called = new Map<string, Security & { name: string; namedAt: Date }>()
  for (const { security, publishedAt, isOutside } of marks) {
    const key = securityKey(security)
    const { market, code } = security
    const before = called.get(key) ?? known.get(key)
    const name = security.name ?? code
    const namedAt = isOutside && security.name ? publishedAt : unnamed
    if (!before || isBetterName({ name, namedAt }, before)) called.set(key, { market, code, name, namedAt })
  }
  if (called.size === 0) return idsOf(known)
  const rows = [...called.values()].map((one) => ({ ...one, initials: initialsOf(one.name) }))
  for (const some of parts(rows))
    await upsertRows(tx, 'security', some, { by: ['market', 'code'], change: ['name', 'initials', 'namedAt'] })
  return idsOf([...called.keys()].every((key) => known.has(key)) ? known : await findByCodes(tx, codes))
}

/** Older than any copy. */
const unnamed = new Date(0)

type Named = { name: string; namedAt: Date }

/** Outside copy goes by its date; the desk's name serves while there is only the code. */
function isBetterName(given: Named, known: Named & { code: string }): boolean {
  if (given.namedAt > known.namedAt) return true
  if (given.name === known.name || given.name === known.code) return false
  return known.name === known.code || (given.namedAt > unnamed && given.namedAt >= known.namedAt)
}

async function findByCodes(tx: Transaction, codes: string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  for (const some of parts(codes))
    for (const row of await tx.security.findMany({ where: { code: { in: some } } }))
      known.set(`${row.market}.${row.code}`, row)
  return known
}

function idsOf(known: Map<string, Known>): Map<string, number> {
  return new Map([...known].map(([key, { id }]) => [key, id]))
}

function parts<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) =>
    rows.slice(part * atOnce, (part + 1) * atOnce),
  )
}
