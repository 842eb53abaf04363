import { dayInWords, isChinese } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import type { ListedCorrection } from '@/newsroom/correction'
import type { Site } from '@/newsroom/site'

/** A correction away from its article: which one it is about, the note, and the way there. */
export function CorrectionAbout({
  correction: { article, text },
  site,
  words,
}: {
  correction: Pick<ListedCorrection, 'article' | 'text'>
  site: Site
  words: ReaderWords
}) {
  return (
    <>
      {words.correctionAbout(dayInWords(article.publishedAt, site.zone, site.language, true), article.headline)}
      {text}
      {isChinese(site.language) ? null : ' '}
      <a href={article.path}>{words.seeArticle}</a>
    </>
  )
}
