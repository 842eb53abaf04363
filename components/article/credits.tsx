import type { ReaderWords } from '@/messages/words'
import type { ArticleLists } from '@/newsroom/article-lists'
import type { PublishedArticle } from '@/newsroom/published-article'

/** Below the text: who answered for it, where the original stands, what it is about. */
export function Credits({
  article,
  lists,
  words,
}: {
  article: PublishedArticle
  lists?: ArticleLists
  words: ReaderWords
}) {
  const { editor, source, tags } = article
  if (!editor && !source?.address && tags.length === 0) return null
  return (
    <footer className="credits">
      {editor ? (
        <p>
          {words.editor}　{editor}
        </p>
      ) : null}
      {source?.address ? (
        <p>
          {words.original}
          <a href={source.address} rel="noopener nofollow">
            {readable(source.address)}
          </a>
        </p>
      ) : null}
      {tags.length > 0 ? (
        <p className="tags">
          {words.tags}
          {lists
            ? lists.tags.map(({ name, address }) => (
                <a key={address} href={address} rel="tag">
                  {name}
                </a>
              ))
            : tags.map((tag) => <span key={tag}>{tag}</span>)}
        </p>
      ) : null}
    </footer>
  )
}

/** An address as people read it: without its scheme. */
function readable(address: string): string {
  return address.replace(/^https?:\/\//u, '').replace(/\/$/u, '')
}
