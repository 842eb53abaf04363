import { media, type Medium } from '../corpus/corpus-words'
import { writePost } from '../corpus/corpus'

/** A page to measure: its path in the portal of one size. */
export type Page = { name: string; pathIn: (portal: { origin: string }) => Promise<string> }

/** The wire's busiest medium: a sixth of all stories stand there. */
const busiest = media[0] as Medium
const categoryPage = `/category/${busiest.slug}.html`

/** The pages that must cost the same whatever stands behind them. The article is one that every store has. */
export function pagesFor({ seed, smallest }: { seed: number; smallest: number }): Page[] {
  const at = (path: string) => () => Promise.resolve(path)
  return [
    { name: 'front', pathIn: at('/') },
    { name: 'category', pathIn: at(categoryPage) },
    { name: 'old category page', pathIn: ({ origin }) => oldPage(origin) },
    { name: 'article', pathIn: at(writePost(seed, smallest - 1).path) },
    { name: 'categories', pathIn: at('/categories') },
    { name: 'feed.xml', pathIn: at('/feed.xml') },
    { name: 'sitemap.xml', pathIn: at('/sitemap.xml') },
  ]
}

/**
 * A full page from the middle of the category on. Its first page names the article that the second one starts after; an import
 * numbers articles from the oldest on, so that half that number is half the way down.
 */
async function oldPage(origin: string): Promise<string> {
  const newest = await olderThan(origin, categoryPage)
  for (let part = 0.5; newest !== null && part < 1; part += 0.05) {
    const path = `${categoryPage}?after=${Math.floor(newest * part)}`
    if ((await olderThan(origin, path)) !== null) return path
  }
  throw new Error(`${categoryPage} has no full older page: a corpus of at least 1000 posts is needed`)
}

/** The article after which the page behind this one starts; null on the last page. */
async function olderThan(origin: string, path: string): Promise<number | null> {
  const html = await (await fetch(origin + path)).text()
  const after = /<a [^>]*rel="next"[^>]*>/.exec(html)?.[0].match(/after=(\d+)/)?.[1]
  return after === undefined ? null : Number(after)
}
