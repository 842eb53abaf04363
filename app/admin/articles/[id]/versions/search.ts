import { z } from 'zod'
import { saveName } from '../../save-name'

export type Search = Record<string, string | string[] | undefined>

const number = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null)
const search = z.object({
  /** Versions. */
  from: number,
  to: number,
  /** A version that stays what others are compared with, until somebody lets go of it; `from` goes before it. */
  base: number,
  /** The name of copy that was set aside, in the place of `to`. */
  aside: saveName.nullable().catch(null),
  view: z.enum(['together', 'beside']).catch('together'),
  /** The entry that the page of the list begins below. */
  before: number,
})
export type VersionSearch = z.infer<typeof search>

/** What the address of the page asks for; what cannot be meant is as if it were not there. */
export function readSearch(given: Search): VersionSearch {
  return search.parse(given)
}

/** The page's address that asks for it. */
export function searchAddress(id: number, { view, ...rest }: VersionSearch): string {
  const parts = Object.entries({ ...rest, view: view === 'together' ? null : view })
  const query = new URLSearchParams(parts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
  return `/admin/articles/${id}/versions${query.size > 0 ? `?${query}` : ''}`
}
