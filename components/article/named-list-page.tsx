import { ArticleDays } from './article-days'
import { FeedLinks } from './feed-links'
import { lastMoment } from './last-moment'
import { Turn } from './turn'
import { Trail } from '@/components/masthead/trail'
import type { ReaderWords } from '@/messages/words'
import type { ListKind } from '@/newsroom/list-address'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Security } from '@/newsroom/security'
import type { Site } from '@/newsroom/site'

type Props = {
  kind: ListKind
  name: string
  security: Security | null
  /** The list's address, as a link has it; its feeds stand below it. */
  address: string
  articles: PublishedArticle[]
  olderPath: string | null
  isFirst: boolean
  site: Site
  words: ReaderWords
  now: Date
}

/** Everything under a tag, of a medium, by a person or about a security, newest first, day by day. */
export function NamedListPage({ kind, name, security, address, articles, olderPath, isFirst, ...context }: Props) {
  const { site, words } = context
  const w = words.lists
  return (
    <main id="main" className="wrap page category">
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: w.titleOf(w.kinds[kind], name) }]} />
      <header className="title wenwu">
        <h1 className={[...name].length > 24 ? 'long' : undefined}>
          {name}
          {security && security.code !== name ? <span className="code">{security.code}</span> : null}
        </h1>
        <p className="meta named">
          <span>{security ? `${w.kinds.security} · ${w.markets[security.market]}` : w.kinds[kind]}</span>
          <FeedLinks address={address} name={name} words={words} />
        </p>
      </header>
      <ArticleDays articles={articles} opens={isFirst} {...context} />
      {isFirst && olderPath === null ? null : (
        <Turn
          words={words}
          newestPath={isFirst ? null : address}
          olderPath={olderPath}
          olderThan={lastMoment(articles.at(-1), site)}
        />
      )}
      <p className="back">
        <a href="/">{words.backHome}</a>
        <a href="/categories">{words.allCategories}</a>
      </p>
    </main>
  )
}
