import { Moment } from '@/components/ui/moment'
import type { ReaderWords } from '@/messages/words'
import { categoryPath, type CategoryName } from '@/newsroom/category'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** Articles as a ledger, category by category: reports in Song, flashes in Hei. Those that lead the newspaper come first. */
export function ArchiveLedger({
  articles,
  nav,
  whole,
  site,
  words,
  now,
}: {
  articles: PublishedArticle[]
  nav: CategoryName[]
  /** Whether these are all: only then is it said how many each category has. */
  whole: boolean
  site: Site
  words: ReaderWords
  now: Date
}) {
  return (
    <div className="ledger">
      {byCategory(articles, nav).map(({ category: { slug, name }, members }) => (
        <section key={slug} className={members.length > longest ? 'long' : undefined} aria-labelledby={`of-${slug}`}>
          <h2 id={`of-${slug}`}>
            <a href={categoryPath(slug)}>{name}</a>
            {whole ? <span>{words.notedOf(members.length)}</span> : null}
          </h2>
          <ul>
            {members.map((article) => (
              <li key={article.id} className={lookOf(article)}>
                <Moment
                  at={article.publishedAt}
                  zone={site.zone}
                  language={site.language}
                  words={words}
                  now={now}
                  style="clock"
                />
                <a href={article.path}>{article.headline}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** A category that is longer may be parted between two columns. */
const longest = 12

function lookOf({ kind, urgent }: PublishedArticle): string {
  const look = kind === 'story' ? 'cover st' : 'cover'
  return kind === 'flash' && urgent ? `${look} urgent` : look
}

type Group = { category: CategoryName; members: PublishedArticle[] }

function byCategory(articles: PublishedArticle[], nav: CategoryName[]): Group[] {
  const groups = new Map<string, Group>()
  for (const article of articles) {
    const group = groups.get(article.category.slug)
    if (group) group.members.push(article)
    else groups.set(article.category.slug, { category: article.category, members: [article] })
  }
  const leading = nav.flatMap(({ slug }) => groups.get(slug) ?? [])
  return [...leading, ...[...groups.values()].filter((group) => !leading.includes(group))]
}
