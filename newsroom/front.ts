import type { CategoryName } from './category'
import type { PublishedArticle } from './published-article'
import type { Fact } from './site'

/** The first page: what leads it and what stands where. Each part may be empty. */
export type Front = {
  lead: PublishedArticle | null
  /** Other reports of the lead's story, beside it. */
  also: PublishedArticle[]
  flashes: PublishedArticle[]
  seconds: PublishedArticle[]
  facts: Fact[]
  pictures: PublishedArticle[]
  shelves: Shelf[]
  /** More categories than the front has shelves for. */
  moreCategories: boolean
}

/** A category's newest articles. */
export type Shelf = { category: CategoryName; articles: PublishedArticle[] }
