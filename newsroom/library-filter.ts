/** What one may look for in the library. */
export const libraryFilters = ['all', 'unused', 'undescribed', 'ending'] as const
export type LibraryFilter = (typeof libraryFilters)[number]

const day = 86_400_000
/** How many days before its end a licence is worth a thought. */
const endingDays = 14

/** A licence that ends before this has ended, or soon will. */
export function endsSoonBefore(at: Date): Date {
  return new Date(at.getTime() + endingDays * day)
}
