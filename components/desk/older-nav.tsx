import type { DeskWords } from '@/messages/words'

/** The ways from a page of a list to those before and behind it; nothing where there is but one page. */
export function OlderNav({
  words: { queue },
  newer,
  olderPath,
}: {
  words: DeskWords
  /** To the page before, or where only the first is known, to that. */
  newer: { path: string; rel: 'prev' | 'first' } | null
  olderPath: string | null
}) {
  if (!newer && !olderPath) return null
  return (
    <nav className="older" aria-label={queue.pages}>
      {newer && (
        <a className="btn" href={newer.path} rel={newer.rel}>
          {queue.newer}
        </a>
      )}
      {olderPath && (
        <a className="btn push" href={olderPath} rel="next">
          {queue.older}
        </a>
      )}
    </nav>
  )
}
