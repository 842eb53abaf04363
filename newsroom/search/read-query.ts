import { type Field, readersVocabulary, type Vocabulary } from './fields'
import { foldText } from './fold-text'
import { readDay } from './read-day'

/** What somebody asks for: a reader, unless it is told which fields there are besides. */
export type Query<Fields extends string = Field> = {
  /** All of these. */
  terms: Term[]
  /** None of these. */
  without: Term[]
  filters: Filter<Fields>[]
  withoutFilters: Filter<Fields>[]
  /** From the beginning of this day on. */
  from: Day | null
  /** Until this day begins. */
  before: Day | null
  /** What was typed and asks for nothing. */
  unread: string[]
}

export type Term = { shown: string; folded: string }
export type Filter<Fields extends string = Field> = { field: Fields; value: string }
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
  return readQueryIn(readersVocabulary, typed)
}

/** The same, by whoever knows other fields. */
export function readQueryIn<Fields extends string>(vocabulary: Vocabulary<Fields>, typed: string): Query<Fields> {
  const query: Query<Fields> = {
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
  for (const [whole = '', minus, name, ...values] of read.matchAll(pieceIn([...vocabulary.keys()]))) {
    const value = (values.find((one) => one !== undefined) ?? '').trim()
    const field = name === undefined ? null : (vocabulary.get(name.toLowerCase()) ?? null)
    if (!take(value, field, minus !== undefined)) query.unread.push(whole)
  }
  return query

  function take(value: string, field: Fields | 'from' | 'before' | null, isUnwanted: boolean): boolean {
    if (isBound(field)) {
      const day = readDay(value)
      if (!day || isUnwanted) return false
      query[field] = day
      return true
    }
    const folded = foldText(value)
    // Names may be made of signs that no text is found by.
    if ((field ? value : folded) === '' || countOf(query) >= mostTerms) return false
    if (field) (isUnwanted ? query.withoutFilters : query.filters).push({ field, value })
    else (isUnwanted ? query.without : query.terms).push({ shown: value, folded })
    return true
  }
}

function isBound(field: string | null): field is 'from' | 'before' {
  return field === 'from' || field === 'before'
}

/** Whether anything is asked for. */
export function isBlank(query: Query<string>): boolean {
  return countOf(query) === 0 && query.from === null && query.before === null
}

function countOf({ terms, without, filters, withoutFilters }: Query<string>): number {
  return terms.length + without.length + filters.length + withoutFilters.length
}

/**
 * A minus, a field's name with its colon, and what is quoted, or runs to the next space. What stands between two of a kind may have marks of
 * the other kind in it; marks that do not match are taken for one another, and one that nothing closes quotes to the end.
 */
function pieceIn(names: string[]): RegExp {
  return new RegExp(
    `(?<![^\\s])([-－])?(?:(${names.join('|')})[:：]\\s*)?(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|["“”„＂]([^"“”„＂]*)(?:["“”„＂]|$)|(\\S+))`,
    'giu',
  )
}
