export const flashPath = '/flash'

/** The page of the running wire that starts after an article; its meaning never changes while news arrives. */
export function olderFlashPath(afterArticleId: number): string {
  return `${flashPath}?after=${afterArticleId}`
}
