import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import { categoryPath } from '@/newsroom/category'
import { listAddress, listPath, securityPath } from '@/newsroom/list-address'
import { typedKey } from '@/newsroom/search/name-keys'
import { type Suggestion, typedSoFar } from '@/newsroom/search/suggestion'
import { readSecurityKey } from '@/newsroom/security'
import { findMatches } from '@/store/article-index'
import { database } from '@/store/database'
import { findCategoriesMeant, findSecuritiesMeant, findTagsMeant } from '@/store/name-keys'
import { findAllPublished } from '@/store/published'
import { everything } from '@/store/search-ask'
import { dependOn } from './page-context'

const most = { security: 3, category: 2, tag: 3, headline: 5 } as const
/** Bytes of the answer: what one types is asked for again and again. */
const largest = 2_000

/** What somebody may be looking for who has typed so far: names that begin so in signs or in pinyin, and the newest headlines that say it. */
export async function readSuggestions(typed: string): Promise<Suggestion[]> {
  const folded = typedSoFar(typed)
  const key = typedKey(folded)
  if (key === '') return []
  // Names come and go with articles, and every article touches it.
  dependOn('front')
  const db = await database(env.databaseUrl)
  const [securities, categories, tags, headlines] = await Promise.all([
    findSecuritiesMeant(db, key, most.security),
    findCategoriesMeant(db, key, most.category),
    findTagsMeant(db, key, most.tag),
    findHeadlines(folded),
  ])
  return within([
    ...securities.flatMap(({ name, market, code }) => {
      const security = readSecurityKey(`${market}.${code}`)
      const text = name === code ? code : `${name} ${code}`
      return security ? [{ kind: 'security' as const, text, path: listAddress(securityPath(security)) }] : []
    }),
    ...categories.map(({ name, slug }) => ({
      kind: 'category' as const,
      text: name,
      path: encodePath(categoryPath(slug)),
    })),
    ...tags.map((tag) => ({ kind: 'tag' as const, text: tag.name, path: listAddress(listPath('tag', tag)) })),
    ...headlines,
  ])

  async function findHeadlines(phrase: string): Promise<Suggestion[]> {
    // The wire sends a story twice: the same words are suggested once.
    const matches = await findMatches(
      db,
      { ...everything, phrases: [phrase] },
      { after: null, limit: most.headline * 2 },
      'headlines',
    )
    const articles = await findAllPublished(
      db,
      matches.map(({ id }) => id),
    )
    const byHeadline = new Map<string, Suggestion>()
    for (const { id } of matches) {
      const article = articles.get(id)
      if (article && !byHeadline.has(article.headline))
        byHeadline.set(article.headline, { kind: 'headline', text: article.headline, path: encodePath(article.path) })
    }
    return [...byHeadline.values()].slice(0, most.headline)
  }
}

/** As many as the answer has room for. */
function within(all: Suggestion[]): Suggestion[] {
  const fitting: Suggestion[] = []
  let size = 2
  for (const one of all) {
    size += Buffer.byteLength(JSON.stringify(one)) + 1
    if (size <= largest) fitting.push(one)
  }
  return fitting
}
