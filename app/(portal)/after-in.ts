/** What a page is asked to start after: null for the newest page, 0, which nothing has, for what is no number. */
export function afterIn(after: string | string[] | undefined): number | null {
  if (after === undefined) return null
  return typeof after === 'string' && /^[1-9]\d{0,9}$/.test(after) ? Number(after) : 0
}
