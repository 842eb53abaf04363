import { ShelfBlock } from './shelf-block'
import type { ReaderWords } from '@/messages/words'
import type { Shelf } from '@/newsroom/front'
import type { Site } from '@/newsroom/site'

/** Shelves three abreast. A row shows large pictures only when each of its shelves has one, so that rows stay
 * level; on a phone, where a row is one below the other, the first that has a picture shows it. */
export function ShelfGrid({
  shelves,
  site,
  words,
  now,
}: {
  shelves: Shelf[]
  site: Site
  words: ReaderWords
  now: Date
}) {
  if (shelves.length === 0) return null
  return (
    <div className="shelf-grid">
      {shelves.map((shelf, at) => {
        const row = shelves.slice(at - (at % 3), at - (at % 3) + 3)
        const pictured = row.length === 3 && row.every(({ articles }) => articles[0]?.picture)
        const shown = row.find(({ articles }) => articles[0]?.picture) === shelf
        return (
          <ShelfBlock
            key={shelf.category.slug}
            shelf={shelf}
            large={pictured}
            shown={shown}
            site={site}
            words={words}
            now={now}
          />
        )
      })}
    </div>
  )
}
