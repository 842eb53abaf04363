import { Nameplate } from './nameplate'
import { ReadingChoices } from './reading-choices'
import { VariantLink } from '@/components/ui/variant-link'
import { categoryPath, type CategoryName } from '@/newsroom/category'
import type { ReaderWords } from '@/messages/words'
import type { Site } from '@/newsroom/site'

/** The foot of every reader's page: who publishes it, its columns, the ways to read it, its licences. */
export function Colophon({
  site,
  words,
  nav,
  path,
}: {
  site: Site
  words: ReaderWords
  nav: CategoryName[]
  path?: string
}) {
  return (
    <footer className="colophon">
      <div className="wrap">
        <div>
          <Nameplate site={site} words={words} />
          {site.imprint.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {nav.length > 0 ? (
          <nav aria-labelledby="colophon-categories">
            <h2 id="colophon-categories">{words.categories}</h2>
            <ul>
              {nav.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={categoryPath(slug)}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <nav aria-labelledby="colophon-site">
          <h2 id="colophon-site">{words.siteNav}</h2>
          <ul>
            <li>
              <a href="/">{words.home}</a>
            </li>
            <li>
              <a href="/categories">{words.allCategories}</a>
            </li>
            <li>
              <a href="/search">{words.search.name}</a>
            </li>
            <li>
              <a href="/feed.xml">{words.subscribeAtom}</a>
            </li>
            {path ? (
              <li>
                <VariantLink path={path} words={words} />
              </li>
            ) : null}
          </ul>
        </nav>
        <ReadingChoices words={words} />
        <p className="legal">
          {site.legal.map((line) => (
            <span key={line}>{line}</span>
          ))}
          <span>{words.madeWith}</span>
        </p>
      </div>
    </footer>
  )
}
