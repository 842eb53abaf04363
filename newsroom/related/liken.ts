import { doClash } from './figures'
import type { Traits } from './traits'

/** How two articles belong together: the same report twice (同题), reports of one story (前情), or what a reader of one may want besides (相关). */
export type Kinship = 'twin' | 'thread' | 'related'

export type Likeness = {
  kind: Kinship
  /** From 0 to 1000: which comes first where not all have room. */
  score: number
}

/** How much a term, a tag or a security tells, in articles of its time: the rarer, the more. */
export type Weights = {
  term: (term: string) => number
  /** Whether so few carry it that it names a matter and no field. */
  isRareTag: (tag: string) => boolean
  isRareSecurity: (key: string) => boolean
}

const hour = 3_600_000

/**
 * How far apart in time two articles may be. Media follow each other within three days; after that it is another day's news. A story that
 * nobody has written of for thirty days has ended, and what comes of it later the desk joins.
 */
export const windows = { twin: 72 * hour, story: 30 * 24 * hour }
/** Desks that take up one event do so within half a day; what is told anew after that is likely to be what came of it. */
const sameEvent = 12 * hour

/** Found on the labelled pairs (`labelled.ts`), each moved until it let in what it is to keep out; that stands beside it. */
const least = {
  /** Half of the rows of the shorter text: quoted statements and a medium's own set phrases stay below a third. */
  copied: 0.5,
  /** A text taken over with changes, below a headline that says the same. The next day's report repeats a fifth of the first. */
  adapted: { rows: 0.3, headline: 0.3 },
  /** Written anew of the same event: the desks have its words in common, in headline and text. */
  retold: { headline: 0.4, topic: 0.5 },
  /** Later, only what hardly differs: a day after, a company's next news has its name and its trouble in common with the first. */
  retoldLater: { headline: 0.6, topic: 0.6 },
  /** Reports of one story. Two recalls of two makers reach 0.3 of what they are about, and two weather warnings as much. */
  thread: { topic: 0.34, body: 0.3 },
  /** A rare first tag is the desk's own word of what an article is about: of the rest, more than chance is enough. */
  threadBySubject: { topic: 0.13, body: 0.15 },
  /** Two texts of one trade have a fifth of their words in common, whatever they are about. */
  related: { topic: 0.24, body: 0.235 },
  /** With a security or a rare tag in common, less is asked; nothing at all would make lists of prices related to everything. */
  relatedByMark: { topic: 0.08 },
}
/** Headlines that are one form filled in twice: most is the same, and it is not the whole. A series, whose names stay, is above. */
const form = { from: 0.35, to: 0.8 }

/** What two articles have in common, each from 0 to 1. */
export type Measures = {
  headline: number
  /** What each is about that the other speaks of. */
  topic: number
  /** All that they say, the shorter in the longer. */
  body: number
  doClash: boolean
  areOfOthers: boolean
  /** The first tag of both is the same, and rare. */
  isOfSubject: boolean
  isTagged: boolean
  isMarked: boolean
}

/** Measures what two articles have in common. */
export function measure(one: Traits, other: Traits, weights: Weights): Measures {
  return {
    headline: shareOf(one.headline, other.headline, weights),
    topic: (coverOf(one, other, weights) + coverOf(other, one, weights)) / 2,
    body: containedOf(one.all, other.all, weights),
    doClash: doClash(one.figures, other.figures),
    areOfOthers: areOfOthers(one, other),
    isOfSubject: one.tags[0] !== undefined && one.tags[0] === other.tags[0] && weights.isRareTag(one.tags[0]),
    isTagged: one.tags.some((tag) => other.tags.includes(tag) && weights.isRareTag(tag)),
    isMarked: one.securities.some((key) => other.securities.includes(key) && weights.isRareSecurity(key)),
  }
}

/** How alike two articles are; null where they have nothing to do with each other. The same from either side. */
export function liken(one: Traits, other: Traits, weights: Weights): Likeness | null {
  const apart = Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime())
  // The wire itself says that it is one story, whenever it came.
  if (one.wireCode !== null && one.wireCode === other.wireCode) return { kind: 'twin', score: 1000 }
  if (apart > windows.story) return null
  const common = measure(one, other, weights)
  const kind = kindOf(common, apart, () => copiedOf(one, other))
  if (kind === null) return null
  const { headline, topic, isTagged, isMarked } = common
  const bonus = { twin: 0.4, thread: 0.2, related: 0 }[kind]
  const strength = bonus + topic * 0.6 + headline * 0.2 + (isTagged ? 0.2 : 0) + (isMarked ? 0.1 : 0)
  return { kind, score: Math.round(1000 * Math.min(1, strength) * (1 - apart / windows.story / 2)) }
}

/** How much is copied is asked last: it costs more than all the rest. */
function kindOf(common: Measures, apart: number, copied: () => number): Kinship | null {
  if (common.areOfOthers) return null
  if (apart <= windows.twin && isTwin(common, { apart, copied })) return 'twin'
  if (isThread(common)) return 'thread'
  const { topic, body, isTagged, isMarked } = common
  if ((isTagged || isMarked) && topic >= least.relatedByMark.topic) return 'related'
  return topic >= least.related.topic && body >= least.related.body && !isOneForm(common) ? 'related' : null
}

function isTwin(
  { doClash, headline, topic, body }: Measures,
  { apart, copied }: { apart: number; copied: () => number },
): boolean {
  if (doClash) return false
  const retold = apart <= sameEvent ? least.retold : least.retoldLater
  if (headline >= retold.headline && topic >= retold.topic) return true
  // Copies have most of their words in common, in whatever order.
  if (body < least.adapted.rows) return false
  const share = copied()
  return share >= least.copied || (share >= least.adapted.rows && headline >= least.adapted.headline)
}

function isThread(common: Measures): boolean {
  const { topic, body, isOfSubject } = common
  const subject = least.threadBySubject
  if (isOfSubject && (topic >= subject.topic || body >= subject.body)) return true
  return topic >= least.thread.topic && body >= least.thread.body && !isOneForm(common)
}

/** One form filled in for two matters, with other numbers. */
function isOneForm({ doClash, headline }: Measures): boolean {
  return doClash && headline >= form.from && headline < form.to
}

/** Whether each marks securities and none is the other's: one form filled in for two companies. */
function areOfOthers({ securities: mine }: Traits, { securities: theirs }: Traits): boolean {
  return mine.length > 0 && theirs.length > 0 && !mine.some((key) => theirs.includes(key))
}

/** Too short to tell a copy from a coincidence. */
const fewestRows = 12

/** How much of the shorter text stands in the other. */
function copiedOf(mine: Traits, theirs: Traits): number {
  const [one, other] = [mine.rows(), theirs.rows()]
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  if (short.size < fewestRows) return 0
  return [...short].filter((row) => long.has(row)).length / short.size
}

/** How much two headlines have in common, by the weight of their terms: 1 for the same terms. */
function shareOf(one: Set<string>, other: Set<string>, { term }: Weights): number {
  const all = weigh(one, term) + weigh(other, term)
  return all === 0
    ? 0
    : (2 *
        weigh(
          [...one].filter((each) => other.has(each)),
          term,
        )) /
        all
}

/** How much of what an article is about the other speaks of. */
function coverOf({ keys }: Traits, { all }: Traits, { term }: Weights): number {
  const whole = weigh(keys, term)
  return whole === 0
    ? 0
    : weigh(
        keys.filter((key) => all.has(key)),
        term,
      ) / whole
}

/** How much of what the lighter of two sets weighs is in the other. */
function containedOf(one: Set<string>, other: Set<string>, { term }: Weights): number {
  const least = Math.min(weigh(one, term), weigh(other, term))
  return least === 0
    ? 0
    : weigh(
        [...one].filter((each) => other.has(each)),
        term,
      ) / least
}

function weigh(terms: Iterable<string>, term: Weights['term']): number {
  let sum = 0
  for (const one of terms) sum += term(one)
  return sum
}
