import { HeadlineLink } from '@/components/ui/headline-link'
import { Moment } from '@/components/ui/moment'
import { PictureBox } from '@/components/ui/picture-box'
import { summaryOf } from '@/components/ui/summary-of'
import { textWidth } from '@/components/ui/headline-words'
import { categoryPath } from '@/newsroom/category'
import type { ReaderWords } from '@/messages/words'
import type { Shelf } from '@/newsroom/front'
import type { Site } from '@/newsroom/site'

type Props = { shelf: Shelf; large: boolean; shown: boolean; site: Site; words: ReaderWords; now: Date }

/** A category's newest, its name set upright down the side (栏题). */
export function ShelfBlock({ shelf: { category, articles }, large, shown, site, words, now }: Props) {
  const [first, ...others] = articles
  const summary = first ? summaryOf(first) : null
  return (
    <section className={`shelf wenwu ${large ? 'shelf-large' : ''} ${shown ? 'shelf-shown' : ''}`}>
      <h2 className={textWidth(category.name) > 6 ? 'shelf-name long' : 'shelf-name'}>
        <a href={categoryPath(category.slug)}>{category.name}</a>
      </h2>
      <ol>
        {first ? (
          <li className={first.picture ? 'first pictured cover' : 'first cover'}>
            {first.picture ? (
              <div className="shot">
                <PictureBox picture={first.picture} mute />
              </div>
            ) : null}
            <h3>
              <HeadlineLink article={first} most={13} />
            </h3>
            {summary ? <p>{summary}</p> : null}
          </li>
        ) : null}
        {others.map((article) => (
          <li key={article.id} className="cover">
            <h3>
              <HeadlineLink article={article} most={15} />
            </h3>
            <Moment
              at={article.publishedAt}
              zone={site.zone}
              language={site.language}
              words={words}
              now={now}
              style="brief"
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
