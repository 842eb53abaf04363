import type { DeskWords } from '@/messages/words'

/** The bar of a page about one act on a published article: the way back, and where the article stands. */
export function ActBar({ back, label, words }: { back: string; label: string; words: DeskWords }) {
  return (
    <header className="bar">
      <a className="btn bare" href={back}>
        {label}
      </a>
      <span className="sep" />
      <span className="st" data-s="published">
        {words.statuses.published}
      </span>
    </header>
  )
}
