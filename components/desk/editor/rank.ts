import type { Mark } from '@tiptap/pm/model'
import { markNames } from './marks'

/** How deep a mark is written: the higher, the further inside. */
export function rankOf(mark: Mark): number {
  return mark.attrs.rank ?? ownRank(mark.type.name)
}

/** Where marks of a kind have their place. */
export function ownRank(name: string): number {
  return (markNames as string[]).indexOf(name)
}
