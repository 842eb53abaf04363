import type { ReaderWords } from '@/messages/words'

/** To older and to the newest articles of a list. Each page's address names the article it starts after. */
export function Turn(props: {
  words: ReaderWords
  newestPath: string | null
  olderPath: string | null
  olderThan: string
}) {
  const { words, newestPath, olderPath, olderThan } = props
  return (
    <nav className="turn" aria-label={words.turning}>
      {newestPath ? (
        <a href={newestPath} rel="first">
          <span>{words.newer}</span>
          <b>{words.toNewest}</b>
        </a>
      ) : (
        <p>
          <span>{words.newer}</span>
          <b>{words.newestHere}</b>
        </p>
      )}
      {olderPath ? (
        <a href={olderPath} rel="next">
          <span>{words.older}</span>
          <b>{words.olderThan(olderThan)}</b>
        </a>
      ) : (
        <p>
          <span>{words.older}</span>
          <b>{words.oldestHere}</b>
        </p>
      )}
    </nav>
  )
}
