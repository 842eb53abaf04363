import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'

/**
 * Where a page stands in the running news: which of the newest articles, of one category, of one kind or of all, it was made with.
 * `/reader.js` looks now and then whether there are others, and says so here; it takes no room, so that nothing one
 * reads is moved. Numbers and not only a moment: copy of a wire comes late and dated back.
 */
export function FreshBar({
  newest,
  category,
  kind,
  words,
}: {
  /** Newest first, without a gap. */
  newest: Pick<PublishedArticle, 'id' | 'publishedAt'>[]
  category?: string
  kind?: PublishedArticle['kind']
  words: ReaderWords
}) {
  return (
    <p
      className="fresh"
      role="status"
      data-known={newest.map(({ id }) => id).join(' ')}
      data-since={newest.at(-1)?.publishedAt.getTime() ?? 0}
      data-category={category}
      data-kind={kind}
      data-said={words.fresh}
    />
  )
}
