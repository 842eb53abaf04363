import type { ArticleLine } from '../published-article'

/** What stands beside an article. No article stands in two of these places. */
export type Beside = {
  /** Other reports of its story, newest first; of those that say the same, one. */
  reports: ArticleLine[]
  /** How many reports the story has, this one included; no further than 100. */
  reportCount: number
  /** The same report from others, oldest first. */
  twins: ArticleLine[]
  /** What a reader of it may want besides: what the desk pinned, then what is most alike. */
  related: ArticleLine[]
}

export const nothingBeside: Beside = { reports: [], reportCount: 0, twins: [], related: [] }

/** A tag that most reports of a story share, so that the story has a name; null where none is. */
export function storyName(article: ArticleLine, reports: ArticleLine[]): string | null {
  const shares = (tag: string) => reports.filter(({ tags }) => tags.includes(tag)).length
  const [best] = article.tags
    .filter((tag) => shares(tag) * 2 >= reports.length && !/新闻$|快讯$/.test(tag))
    .toSorted((one, other) => shares(other) - shares(one))
  return best ?? null
}
