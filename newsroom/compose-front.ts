import type { Front, Shelf } from './front'
import type { PublishedArticle } from './published-article'
import type { Fact } from './site'

export type FrontMaterial = {
  stories: PublishedArticle[]
  flashes: PublishedArticle[]
  facts: Fact[]
  shelves: Shelf[]
  moreCategories: boolean
}

const freshDays = 1.5
const most = { also: 3, seconds: 6, pictures: 5, shelf: 5, flashes: 12 }

/**
 * Sets the front from what is newest, each story in one place above the shelves. The lead is the newest story of the last day and a half
 * that was given a kicker and a picture, else one with a picture, else the newest; on a site without stories, flashes stand in.
 */
export function composeFront({ stories, flashes, facts, shelves, moreCategories }: FrontMaterial): Front {
  const lead = chooseLead(stories)
  const used = new Set(lead ? [lead.id] : [])
  const take = (from: PublishedArticle[], count: number, fits: (article: PublishedArticle) => boolean = () => true) => {
    const taken = from.filter((article) => !used.has(article.id) && fits(article)).slice(0, count)
    for (const { id } of taken) used.add(id)
    return taken
  }
  const thread = lead?.tags[0]
  const also = take(stories, most.also, ({ tags }) => thread !== undefined && tags.includes(thread))
  return {
    lead,
    also,
    flashes: flashes.slice(0, most.flashes),
    seconds: take(stories, most.seconds),
    facts,
    pictures: take(stories, most.pictures, ({ picture }) => picture !== null),
    shelves: shelves
      .filter(({ articles }) => articles.length > 0)
      .map(({ category, articles }) => ({ category, articles: orderShelf(articles, used).slice(0, most.shelf) })),
    moreCategories,
  }
}

function chooseLead(stories: PublishedArticle[]): PublishedArticle | null {
  const newest = stories[0]
  if (!newest) return null
  const fresh = stories.filter(
    ({ publishedAt }) => newest.publishedAt.getTime() - publishedAt.getTime() < freshDays * 86_400_000,
  )
  return (
    fresh.find(({ kicker, picture }) => kicker && picture) ??
    fresh.find(({ picture }) => picture) ??
    fresh.find(({ standfirst }) => standfirst) ??
    newest
  )
}

/** A shelf shows its newest, but what stands higher on the page already comes last. */
function orderShelf(articles: PublishedArticle[], used: Set<number>): PublishedArticle[] {
  const isStory = ({ kind }: PublishedArticle) => kind === 'story'
  const fresh = articles.filter(({ id }) => !used.has(id))
  // A story opens a shelf where there is one: a flash is one sentence and cannot.
  const first = fresh.find(isStory)
  const rest = fresh.filter((article) => article !== first)
  return [...(first ? [first] : []), ...rest, ...articles.filter(({ id }) => used.has(id))]
}
