import { type Field, fieldNamed } from './fields'
import { foldText } from './fold-text'
import { readDay } from './read-day'

/** What a reader asks for. */
export type Query = {
  /** All of these. */
  terms: Term[]
  /** None of these. */
  without: Term[]
  filters: Filter[]
  withoutFilters: Filter[]
  /** From the beginning of this day on. */
  from: Day | null
  /** Until this day begins. */
  before: Day | null
  /** What was typed and asks for nothing. */
  unread: string[]
}

export type Term = { shown: string; folded: string }
export type Filter = { field: Field; value: string }
type Day = { year: number; month: number; day: number }

/** In UTF-16 units: a long headline. */
export const longestQuery = 200
const mostTerms = 12

/**
 * Reads what a person typed into a search box: terms between spaces, all of them wanted; `"…"` one term with its spaces; `-` before what is
 * not wanted; a field's name and a colon before its value; `之前:2026-11` and `之后:2026-11-24`. Everything else is a term. Never throws: what
 * it can make nothing of, and what is over the bounds, it says in `unread`.
 */
export function readQuery(typed: string): Query {
  const query: Query = {
    terms: [],
    without: [],
    filters: [],
    withoutFilters: [],
    from: null,
    before: null,
    unread: [],
  }
  const read = typed.slice(0, longestQuery)
  if (typed.length > longestQuery) query.unread.push(`${typed.slice(longestQuery, longestQuery + 20)}…`)
  for (const [whole = '', minus, name, quoted, plain = ''] of read.matchAll(piece)) {
    const value = (quoted ?? plain).trim()
    const field = name === undefined ? null : fieldNamed(name)
    if (!take(value, field, minus !== undefined)) query.unread.push(whole)
  }
  return query

  function take(value: string, field: ReturnType<typeof fieldNamed>, isUnwanted: boolean): boolean {
    if (field === 'from' || field === 'before') {
      const day = readDay(value)
      if (!day || isUnwanted) return false
      query[field] = day
      return true
    }
    const folded = foldText(value)
    if (folded === '' || countOf(query) >= mostTerms) return false
    if (field) (isUnwanted ? query.withoutFilters : query.filters).push({ field, value })
    else (isUnwanted ? query.without : query.terms).push({ shown: value, folded })
    return true
  }
}

/** Whether anything is asked for. */
export function isBlank(query: Query): boolean {
  return countOf(query) === 0 && query.from === null && query.before === null
}

function countOf({ terms, without, filters, withoutFilters }: Query): number {
  return terms.length + without.length + filters.length + withoutFilters.length
}

/** A minus, a field's name with its colon, and what is quoted, to the end where no quotation mark closes it, or runs to the next space. */
const piece =
  /(?<![^\s])([-－])?(?:(栏目|来源|作者|标签|证券|之前|之后|category|source|author|tag|security|before|after)[:：])?(?:["“”„＂]([^"“”„＂]*)(?:["“”„＂]|$)|(\S+))/giu
