import type { ListNoun } from './list-address'
import { tidyName } from './name-in-address'
import { Refusal } from './refusal'

/** A list and all the names that lead to it. Articles stand in it by any of them; it is called by one. */
export type NamedList = {
  noun: ListNoun
  /** The number of the name that it is called by. */
  id: number
  name: string
  /** The names that it was called before, and those of lists that were merged into it. */
  formerNames: FormerName[]
  /** Whether readers see an article under any of its names. */
  isShown: boolean
}

export type FormerName = {
  id: number
  name: string
  /** Whether articles that readers see say it. */
  isShown: boolean
}

/** Characters. */
export const longestListName = 80
/** A list is read with one seek a name. */
export const mostNames = 100

/**
 * The name by which a list is called from now on. Throws a Refusal for what is no name, and for one that leads to another list: to make one
 * of two is a merge.
 *
 * @param holder the list that the wanted name leads to, or null
 */
export function rename(list: NamedList, { to, holder }: { to: string; holder: NamedList | null }): string {
  const name = tidyName(to)
  const length = [...name].length
  if (name === '') throw new Refusal('list-name-missing')
  if (length > longestListName) throw new Refusal('field-long', { field: list.noun, length, most: longestListName })
  if (name === list.name) throw new Refusal('list-name-same', { name })
  if (holder && holder.id !== list.id) {
    if (holder.isShown || holder.formerNames.length > 0)
      throw holder.name === name
        ? new Refusal('list-name-taken', { name })
        : new Refusal('list-name-former', { name, holder: holder.name })
    refuseTooMany(list, [holder.name])
  }
  if (!holder) refuseTooMany(list, [name])
  return name
}

/**
 * The name by which two lists are called that are one from now on: the one that the other is merged into. Throws a Refusal where there is no
 * such list, or it is the same one already.
 */
export function merge(list: NamedList, { into, typed }: { into: NamedList | null; typed: string }): string {
  const name = tidyName(typed)
  if (name === '') throw new Refusal('list-name-missing')
  if (!into) throw new Refusal('list-unknown', { name })
  if (into.id === list.id) throw new Refusal('list-merge-self', { name: list.name })
  refuseTooMany(into, [list.name, ...list.formerNames.map((one) => one.name)])
  return into.name
}

/**
 * The former name that leads to a list of its own again. Throws a Refusal for a name that does not lead to the list, and for one that no article
 * says: its address would lead nowhere.
 */
export function separate(list: NamedList, name: string): FormerName {
  const former = list.formerNames.find((one) => one.name === name)
  if (!former) throw new Refusal('list-stale')
  if (!former.isShown) throw new Refusal('list-name-unsaid', { name })
  return former
}

function refuseTooMany({ name, formerNames }: NamedList, more: string[]): void {
  const count = 1 + formerNames.length + more.length
  if (count > mostNames) throw new Refusal('list-names-many', { name, count, most: mostNames })
}
