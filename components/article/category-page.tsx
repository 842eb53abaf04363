import { ArticleDays } from './article-days'
import { FeedLinks } from './feed-links'
import { lastMoment } from './last-moment'
import { Turn } from './turn'
import { Trail } from '@/components/masthead/trail'
import { FreshBar } from '@/components/ui/fresh-bar'
import type { ReaderWords } from '@/messages/words'
import type { Category } from '@/newsroom/category'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = {
  category: Category
  articles: PublishedArticle[]
  /** What the page was made with, shown or not, newest first and without a gap. */
  newest: PublishedArticle[]
  site: Site
  words: ReaderWords
  now: Date
  newestPath: string
  olderPath: string | null
  isFirst: boolean
}

/** A category, newest first, day by day. */
export function CategoryPage({ category, articles, newest, site, words, now, newestPath, olderPath, isFirst }: Props) {
  const olderThan = lastMoment(articles.at(-1), site)
  return (
    <main id="main" className="wrap page category">
      {isFirst ? <FreshBar newest={newest} category={category.slug} words={words} /> : null}
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: category.name }]} />
      <header className="title wenwu">
        <h1>{category.name}</h1>
        {category.description ? <p>{category.description}</p> : null}
        {/* Every new article changes the count; an older page does not change with it. */}
        <p className="meta named">
          {isFirst ? <span>{words.articleCount(category.articleCount)}</span> : null}
          <FeedLinks address={`/category/${category.slug}`} name={category.name} words={words} />
        </p>
      </header>
      <ArticleDays articles={articles} opens={isFirst} site={site} words={words} now={now} />
      {articles.length === 0 ? <p className="nothing">{words.noArticles}</p> : null}
      {isFirst && olderPath === null ? null : (
        <Turn words={words} newestPath={isFirst ? null : newestPath} olderPath={olderPath} olderThan={olderThan} />
      )}
      <p className="back">
        <a href="/">{words.backHome}</a>
        <a href="/categories">{words.allCategories}</a>
      </p>
    </main>
  )
}
