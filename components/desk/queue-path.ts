import type { Status } from '@/newsroom/article'

/** The address of the queue with a filter. */
export function queuePath({ status, category }: { status?: Status | null; category?: string | null }): string {
  const query = new URLSearchParams()
  if (status) query.set('status', status)
  if (category) query.set('category', category)
  return query.size > 0 ? `/admin/articles?${query}` : '/admin/articles'
}
