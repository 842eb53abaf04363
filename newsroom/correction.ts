/** A dated note that an error in a published article was put right. It stays with the article; one that is wrong itself is corrected by another. */
export type Correction = { at: Date; text: string }

/** A correction as lists of them show it, with the article that it is about. */
export type ListedCorrection = Correction & { id: number; article: CorrectedArticle }

export type CorrectedArticle = { id: number; path: string; headline: string; publishedAt: Date }

/** Characters. */
export const longestCorrection = 1000

export const correctionsPath = '/corrections'

/** The page of corrections that starts after one of them; its meaning never changes while others come. */
export function olderCorrectionsPath(afterCorrectionId: number): string {
  return `${correctionsPath}?after=${afterCorrectionId}`
}
