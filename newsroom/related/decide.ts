import type { Act, Article } from '../article'
import { authorise } from '../policy'
import { Refusal } from '../refusal'

/**
 * What the desk may say of an article and others: that one stands beside it (pin) or not any more (unpin), that one has nothing to do with it
 * (ban), that the two are not the same report (differ), that the machine may judge of both again (unban), that it is a story of its own (split) or a report of another's story (join), and that the machine may place it
 * again (release).
 */
export const relatedActs = ['pin', 'unpin', 'ban', 'differ', 'unban', 'split', 'join', 'release'] as const
export type RelatedAct = (typeof relatedActs)[number]

export type RelatedDecision = {
  act: RelatedAct
  /** The other article; null where the act is about this one alone. */
  otherId: number | null
}

/** As many as stand beside an article: a pin more would push out one that the desk wanted as well. */
export const mostPins = 6

/** Lets somebody decide. Throws a Refusal for who may not, for an article that readers do not see, and for one said to be related to itself. */
export function decideRelated(article: Article, { act, otherId }: RelatedDecision, { by }: Pick<Act, 'by'>): void {
  authorise(by, 'relate', article)
  if (article.status !== 'published') throw new Refusal('not-published')
  if (otherId === article.id) throw new Refusal('related-self')
  if (needsOther(act) !== (otherId !== null)) throw new Refusal('related-other')
}

function needsOther(act: RelatedAct): boolean {
  return act !== 'split' && act !== 'release'
}

/** A decision in a word that no language owns, as the history keeps it: `pin 17`. */
export function writeDecision({ act, otherId }: RelatedDecision): string {
  return otherId === null ? act : `${act} ${otherId}`
}

/** What `writeDecision` wrote; null for anything else. */
export function readDecision(written: string): RelatedDecision | null {
  const [word, number] = written.split(' ')
  const act = relatedActs.find((one) => one === word)
  return act ? { act, otherId: number === undefined ? null : Number(number) } : null
}
