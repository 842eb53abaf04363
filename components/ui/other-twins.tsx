import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'

/** How many others say the same, and the way to them; nothing where nobody does. */
export function OtherTwins({ article: { path, others }, words }: { article: PublishedArticle; words: ReaderWords }) {
  return others ? (
    <a className="others" href={`${path}#twins`}>
      {words.otherTwins(others)}
    </a>
  ) : null
}
