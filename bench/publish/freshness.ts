/** What a surface is to show from an act on. */
export type Expectation = { act: number; begunAt: number; answeredAt: number; expected: string }

/** One read: when its request was sent, when its answer was whole, and what it showed. */
export type Read = { sentAt: number; receivedAt: number; seen: string }

/** `mixed`: both sides of an act that was under way, on one page that was read in several steps. */
export type Freshness = { is: 'fresh' } | { is: 'mixed' } | { is: 'stale'; age: number; act: number }

/**
 * Whether an answer showed what it had to. A request sent after a publisher had its answer may show nothing older than that act;
 * while an act is under way either side of it is right. `history` is in the order of the acts.
 */
export function judge(history: readonly Expectation[], { sentAt, receivedAt, seen }: Read): Freshness {
  const settled = history.findLastIndex(({ answeredAt }) => answeredAt <= sentAt)
  const allowed = history
    .slice(Math.max(0, settled))
    .filter(({ begunAt }, index) => index === 0 || begunAt <= receivedAt)
  if (allowed.some(({ expected }) => expected === seen)) return { is: 'fresh' }
  if (seen.split(' ').every((mark) => allowed.some(({ expected }) => expected === mark))) return { is: 'mixed' }
  const { answeredAt = sentAt, act = 0 } = history[settled] ?? {}
  return { is: 'stale', age: sentAt - answeredAt, act }
}
