import type { Act, Article } from './article'
import { blankCopy } from './blank-copy'
import type { Copy } from './copy'
import { type CopyFields, toFields } from './copy-fields'
import { isSame, mergeFields } from './merge-fields'
import { may } from './policy'
import { Refusal } from './refusal'
import { revise } from './revise'
import type { Staff } from './staff'

/** Why a version is in the history that holds what had been set aside; the reason of its entry, in no language. */
export const fromAside = 'aside'

/** Whether somebody may read what was set aside of an article: whoever wrote it, and who may change the article. */
export function seesAside(staff: Staff, article: Article, aside: { by: Pick<Staff, 'id'> | null }): boolean {
  return aside.by?.id === staff.id || may(staff, 'revise', article)
}

/**
 * What an article's newest copy and one that was set aside make together: null where a person has to choose. `base` is what the one set aside was
 * written on; where nobody knows it any more, everything that differs is to be chosen.
 */
export function mergeAside(newest: Copy, { aside, base }: { aside: Copy; base: Copy | null }): CopyFields | null {
  const { copy, conflicts } = mergeFields({ base: baseFields(base), theirs: toFields(newest), mine: toFields(aside) })
  return conflicts.length > 0 ? null : copy
}

/** Whether merged copy says nothing that the newest does not say already. */
export function isIn(newest: Copy, merged: CopyFields): boolean {
  const known = toFields(newest)
  return (Object.keys(merged) as (keyof CopyFields)[]).every((field) => isSame(known[field], merged[field]))
}

/** What both began with; where nobody knows it, nothing, so that no text is taken for the older one of two. */
export function baseFields(base: Copy | null): CopyFields {
  return base ? toFields(base) : { ...toFields(blankCopy()), kind: '' }
}

/** Puts into an article, as a new version, what was made of its newest copy and one that was set aside. Throws a Refusal where that is nothing new. */
export function bringBack(article: Article, merged: Copy, act: Act): Article {
  if (isIn(article.copy, toFields(merged))) throw new Refusal('aside-same')
  return revise(article, merged, act)
}
