import type { LibraryFilter } from '@/newsroom/library-filter'

/** The address of the library with a filter and words that are looked for, from the picture behind the one with that number. */
export function libraryPath({
  filter,
  sought,
  after,
}: {
  filter: LibraryFilter
  sought: string
  after?: number
}): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('filter', filter)
  if (sought !== '') query.set('q', sought)
  if (after !== undefined) query.set('after', String(after))
  return query.size > 0 ? `/admin/media?${query}` : '/admin/media'
}
