import type { ReaderWords } from '@/messages/words'

export type Beside = { path: string; over: string; name: string }

/** To the nearest day, month or year before and after that has something. */
export function ArchiveTurn({
  before,
  after,
  words,
}: {
  /** A sentence where there is none. */
  before: Beside | string
  after: Beside | string
  words: ReaderWords
}) {
  return (
    <nav className="turn" aria-label={words.archive.beside}>
      <Way to={before} rel="prev" />
      <Way to={after} rel="next" />
    </nav>
  )
}

function Way({ to, rel }: { to: Beside | string; rel: 'prev' | 'next' }) {
  if (typeof to === 'string')
    return (
      <p>
        <b>{to}</b>
      </p>
    )
  return (
    <a href={to.path} rel={rel}>
      <span>{to.over}</span>
      <b>{to.name}</b>
    </a>
  )
}
