import { z } from 'zod'
import type { DeskPlace } from '@/store/desk-search'
import type { Match } from '@/store/search-ask'

/** `17-1795593600`: a row and its second. */
const match = z
  .string()
  .regex(/^[1-9]\d{0,9}-\d{1,10}$/)
  .transform((text): Match => {
    const [id = 0, second = 0] = text.split('-').map(Number)
    return { id, second }
  })
  .refine(({ id }) => id <= 2_147_483_647)
  .nullable()
  .catch(null)
const asked = z.object({
  q: z.string().trim().catch(''),
  /** How far the page before came, among what the desk has and what outside copy brought. */
  desk: match,
  wire: match,
})

export type SearchParams = Record<string, string | string[] | undefined>

/** What the address of the page asks for; what cannot be meant is as if it were not there. */
export function readPlace(given: SearchParams): { typed: string; place: DeskPlace; isFirst: boolean } {
  const { q, ...place } = asked.parse(given)
  return { typed: q, place, isFirst: place.desk === null && place.wire === null }
}

/** The address of a page of what is found. */
export function searchAddress(typed: string, { desk, wire }: DeskPlace): string {
  const query = new URLSearchParams({ q: typed })
  if (desk) query.set('desk', `${desk.id}-${desk.second}`)
  if (wire) query.set('wire', `${wire.id}-${wire.second}`)
  return `/admin/search?${query}`
}
