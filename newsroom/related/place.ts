import type { Kinship } from './liken'

/** Where an article stands among others, as the store keeps it. */
export type Place = {
  articleId: number
  storyId: number | null
  twinsId: number | null
  /** The desk put it there; the machine leaves it alone. */
  isHeld: boolean
}

/** An article that is likened to another, and where that one stands. */
export type Neighbour = { place: Place; kind: Kinship; score: number }

/** Whom an article is to share a story with, and whom its place among twins. */
export type Placing = { story: Place | null; twins: Place | null }

/**
 * Places an article by its strongest kin: among the twins of the strongest twin, and in the story of the strongest report that has one, else of
 * the strongest earlier or later report. One that is compared anew stays in its story while any of its kin does. Twins alone make no story. The machine never joins two stories into one: two that touch in one report
 * are still two, and a desk that sees them as one says so.
 */
export function placeByKin(neighbours: Neighbour[], before: Pick<Place, 'storyId'>): Placing {
  const strongest = neighbours
    .filter(({ kind }) => kind !== 'related')
    .toSorted((one, other) => other.score - one.score)
  const twins = strongest.find(({ kind }) => kind === 'twin')?.place ?? null
  const begun = (
    strongest.find(({ place }) => place.storyId !== null && place.storyId === before.storyId) ??
    strongest.find(({ place }) => place.storyId !== null)
  )?.place
  const report = strongest.find(({ kind }) => kind === 'thread')?.place
  return { twins, story: begun ?? report ?? null }
}
