import type { Day } from '../moment'
import type { Field } from './fields'
import type { Filter, Query } from './read-query'

/** A query as `readQuery` reads it again, in the newspaper's own words for fields. */
export function writeQuery<Fields extends string = Field>(
  { terms, without, filters, withoutFilters, from, before }: Query<Fields>,
  names: Record<Fields | 'from' | 'before', string>,
): string {
  const filter = ({ field, value }: Filter<Fields>) => `${names[field]}:${quoted(value)}`
  return [
    ...terms.map(({ shown }) => quoted(shown)),
    ...without.map(({ shown }) => `-${quoted(shown)}`),
    ...filters.map(filter),
    ...withoutFilters.map((one) => `-${filter(one)}`),
    ...(from ? [`${names.from}:${day(from)}`] : []),
    ...(before ? [`${names.before}:${day(before)}`] : []),
  ].join(' ')
}

/** Left bare where it would be read as it is. What has the ends of both kinds of marks in it is asked for without the plain ones. */
function quoted(text: string): string {
  if (!/[\s"“”„＂:：「『]|^[-－]/.test(text)) return text
  if (!text.includes('"')) return `"${text}"`
  return text.includes('”') ? `"${text.replaceAll('"', '')}"` : `“${text}”`
}

function day({ year, month, day }: Day): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
