import { ArticleHead } from './article-head'
import { Beside } from './beside'
import { CorrectionNotes } from './correction-notes'
import { Credits } from './credits'
import { Hero } from './hero'
import { Rail } from './rail'
import { Share } from './share'
import { Trail } from '@/components/masthead/trail'
import { categoryPath } from '@/newsroom/category'
import type { ReaderWords } from '@/messages/words'
import type { ArticleLists } from '@/newsroom/article-lists'
import type { PublishedText } from '@/newsroom/published-article'
import type { Beside as BesideArticle } from '@/newsroom/related/beside'
import type { Site } from '@/newsroom/site'

type Props = {
  article: PublishedText
  site: Site
  words: ReaderWords
  now: Date
  beside: BesideArticle
  /** Where the names on the page lead; a preview's lead nowhere. */
  lists?: ArticleLists
  /** The whole address, with the site's origin, that readers pass on. */
  shareAddress: string
  /** A preview, the desk's own or a stranger's: nothing to pass on yet. */
  preview?: 'desk' | 'stranger'
}

/** One article: a report, or a flash, which is set as a note under its time. */
export function ArticlePage({ article, site, words, now, beside, lists, shareAddress, preview }: Props) {
  const { category, kind } = article
  return (
    <main id="main" className="wrap page">
      <Trail
        words={words}
        steps={[
          { name: words.home, path: '/' },
          { name: category.name, path: categoryPath(category.slug) },
          { name: kind === 'flash' ? words.flashes : words.article },
        ]}
      />
      {preview === 'stranger' ? (
        <p className="draft-band" role="note">
          <strong>{words.previewBand}</strong> {words.previewBandWhy}
        </p>
      ) : null}
      <article className={`article article-${kind}`}>
        <Rail article={article} site={site} />
        <ArticleHead article={article} lists={lists} site={site} words={words} now={now} />
        <Hero article={article} />
        <div className="text">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the newsroom cleaned it when it was written */}
          <div className="body" dangerouslySetInnerHTML={{ __html: article.html }} />
          <CorrectionNotes corrections={article.corrections} site={site} words={words} />
          <Credits article={article} lists={lists} words={words} />
          {preview ? null : <Share address={shareAddress} words={words} />}
          <p className="back">
            <a href={categoryPath(category.slug)}>{words.backToCategory(category.name)}</a>
            <a href="/">{words.backHome}</a>
          </p>
        </div>
        <Beside article={article} beside={beside} site={site} words={words} now={now} />
      </article>
    </main>
  )
}
