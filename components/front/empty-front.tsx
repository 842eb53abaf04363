import { FreshBar } from '@/components/ui/fresh-bar'
import type { ReaderWords } from '@/messages/words'
import type { Site } from '@/newsroom/site'

/** The front of a paper that has published nothing yet. */
export function EmptyFront({ site, words }: { site: Site; words: ReaderWords }) {
  return (
    <main id="main" className="wrap page">
      <FreshBar newest={[]} words={words} />
      <section className="notice" aria-labelledby="empty">
        <p className="tablet" aria-hidden="true">
          {words.emptyTablet}
        </p>
        <div>
          <h1 id="empty">{words.emptyHeading}</h1>
          <p className="why">{words.emptyWhy}</p>
          <p className="back">
            <a href="/">{words.homeOf(site.name)}</a>
            <a href="/feed.xml">{words.subscribeAtom}</a>
          </p>
        </div>
      </section>
    </main>
  )
}
