import type { Database, Transaction } from './database'
import { postgresqlIndex } from './postgresql-index'
import type { ArticleIndex } from './search-ask'
import { sqliteIndex } from './sqlite-index'
import { kindOf, type StoreKind } from './store-kind'

/** What is looked through: all that published articles say, their headlines, or what the desk has. */
export type IndexName = 'text' | 'headlines' | 'desk'

const indexes: Record<StoreKind, Record<IndexName, ArticleIndex>> = {
  sqlite: {
    text: sqliteIndex({ words: 'article_words', rows: 'article_row' }),
    headlines: sqliteIndex({ words: 'headline_words', rows: 'article_row' }),
    desk: sqliteIndex({ words: 'desk_words', rows: 'desk_row' }),
  },
  postgresql: {
    text: postgresqlIndex('article_grams'),
    headlines: postgresqlIndex('headline_grams'),
    desk: postgresqlIndex('desk_grams'),
  },
}

/** An index of a store, whichever kind it is. */
export function indexOf(db: Database | Transaction, name: IndexName): ArticleIndex {
  return indexes[kindOf(db)][name]
}
