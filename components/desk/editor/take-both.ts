import type { BodyFormat } from '@/newsroom/copy'
import { joinBoth, joinParts, mergeBody } from '@/newsroom/merge-body'

/**
 * The body that came from outside with what was composed meanwhile; as it came where nothing was. Where both changed one block it stands twice, theirs first: a writer
 * in the middle of a word cannot be asked.
 */
export function takeBoth(bodies: { base: string; theirs: string; mine: string }, format: BodyFormat): string {
  if (bodies.mine === bodies.base) return bodies.theirs
  return joinParts(mergeBody(bodies, format), format, (conflict) => joinBoth(conflict, format))
}
