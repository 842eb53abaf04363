import { foldText } from '@/newsroom/search/fold-text'
import { readQuery } from '@/newsroom/search/read-query'
import type { PublishedArticle } from '@/newsroom/published-article'
import { findMatches } from '@/store/article-index'
import type { Database } from '@/store/database'
import { findAllPublished } from '@/store/published'
import { everything } from '@/store/search-ask'

const most = { read: 40, shown: 12 }

/** Published articles with the words that somebody typed, newest first, those that have them in the headline before the others. */
export async function findByWords(db: Database, typed: string, except: number): Promise<PublishedArticle[]> {
  const phrases = readQuery(typed).terms.map(({ folded }) => folded)
  if (phrases.length === 0) return []
  const matches = await findMatches(db, { ...everything, phrases }, { after: null, limit: most.read })
  const articles = await findAllPublished(
    db,
    matches.map(({ id }) => id),
  )
  const found = matches.flatMap(({ id }) => (id === except ? [] : (articles.get(id) ?? [])))
  const isNamed = ({ headline }: PublishedArticle) => phrases.every((phrase) => foldText(headline).includes(phrase))
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))].slice(0, most.shown)
}
