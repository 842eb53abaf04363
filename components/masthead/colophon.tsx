import { Nameplate } from './nameplate'
import { ReadingChoices } from './reading-choices'
import { VariantLink } from '@/components/ui/variant-link'
import { archivePath } from '@/newsroom/archive'
import { correctionsPath } from '@/newsroom/correction'
import { flashPath } from '@/newsroom/flash'
import { categoryPath, type CategoryName } from '@/newsroom/category'
import type { ReaderWords } from '@/messages/words'
import type { Lists, Site } from '@/newsroom/site'

/** The foot of every reader's page: who publishes it, its columns, the ways to read it, its licences. */
export function Colophon({
  site,
  words,
  nav,
  lists,
  path,
}: {
  site: Site
  words: ReaderWords
  nav: CategoryName[]
  lists: Lists
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
            {nav.length > 0 ? (
              <li>
                <a href={archivePath}>{words.byDay}</a>
              </li>
            ) : null}
            {lists.flashes ? (
              <li>
                <a href={flashPath}>{words.flashes}</a>
              </li>
            ) : null}
            {lists.corrections ? (
              <li>
                <a href={correctionsPath}>{words.corrections}</a>
              </li>
            ) : null}
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
