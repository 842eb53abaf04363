import { HeadlineLink } from '@/components/ui/headline-link'
import { PartHeading } from '@/components/ui/part-heading'
import { PictureBox } from '@/components/ui/picture-box'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'

/** The day in pictures (影像): one large, up to four beside it; on a phone a strip to push through. */
export function PictureSet({ articles, words }: { articles: PublishedArticle[]; words: ReaderWords }) {
  const pictured = articles.filter(({ picture }) => picture).slice(0, 5)
  return (
    <section className="pictures wenwu" aria-labelledby="front-pictures">
      <PartHeading id="front-pictures" name={words.pictures} />
      <div className={`set set-${pictured.length}`}>
        {pictured.map((article) => (
          <article key={article.id} className="cover">
            {article.picture ? (
              <div className="shot">
                <PictureBox picture={article.picture} />
              </div>
            ) : null}
            <h3>
              <HeadlineLink article={article} most={14} />
            </h3>
            {article.picture?.credit ? <p className="meta">{article.picture.credit}</p> : null}
          </article>
        ))}
      </div>
    </section>
  )
}
