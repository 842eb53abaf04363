import { foldText } from '@/newsroom/search/fold-text'
import { relevanceOf } from '@/newsroom/search/relevance'
import type { RelevancePlace } from '@/newsroom/search/search-place'
import { findMatches } from '@/store/article-index'
import type { Database } from '@/store/database'
import { listWeighed } from '@/store/published'
import type { Ask, Match } from '@/store/search-ask'

/** The newest of those found, and as many of those that say it in the headline: reading more would take longer than anybody waits. */
export const mostRanked = 120

/** An article that was found, and what it counts. */
export type Ranked = Match & { score: number }

/**
 * What was found in the order of relevance, after a place in it; the most that is looked at are the newest `mostRanked`, and the newest of those
 * that say it in the headline. `newest` are those found that stand first in the order of time.
 */
export async function rankMatches(
  db: Database,
  ask: Ask,
  { newest, after }: { newest: Match[]; after: RelevancePlace | null },
): Promise<{ ranked: Ranked[]; asOf: number; left: Ranked[] }> {
  const asOf = after?.asOf ?? newest[0]?.second ?? 0
  const until = { ...ask, before: earlier(ask.before, new Date((asOf + 1) * 1000)) }
  const first = { after: null, limit: mostRanked }
  const [all, headed] = await Promise.all([
    after ? findMatches(db, until, first) : newest.slice(0, mostRanked),
    findMatches(db, until, first, 'headlines'),
  ])
  const matches = new Map([...all, ...headed].map((match) => [match.id, match]))
  const texts = await listWeighed(db, [...matches.keys()])
  const ranked = texts
    .flatMap(({ id, headline, standfirst, html }) => {
      const match = matches.get(id)
      if (!match) return []
      const weighed = {
        headline: foldText(headline),
        standfirst: foldText(standfirst ?? ''),
        text: foldText(plain(html)),
      }
      return [{ ...match, score: relevanceOf(weighed, ask.phrases, (asOf - match.second) / secondsOfDay) }]
    })
    .sort(inOrder)
  const left = after ? ranked.filter((one) => inOrder(after, one) < 0) : ranked
  return { ranked, asOf, left }
}

const secondsOfDay = 86_400
/** UTF-16 units of a text: what stands further down says little of what it is about. */
const mostRead = 6_000

/** The text of clean HTML, near enough to be weighed: to parse hundreds of pages takes longer than all the rest. */
function plain(html: string): string {
  return html.slice(0, mostRead).replace(/<[^>]*>?|&[#\w]+;/g, '\n')
}

type Place = { id: number; score: number }

/** Of the same score, the one with the larger number, which came later, is first. */
function inOrder(one: Place, other: Place): number {
  return other.score - one.score || other.id - one.id
}

function earlier(one: Date | null, other: Date): Date {
  return one && one < other ? one : other
}
