import { encodePath } from '@/newsroom/address'
import { authorsOf } from '@/newsroom/byline'
import type { Picture } from '@/newsroom/copy'
import type { PublishedText } from '@/newsroom/published-article'
import { absolute, webAddress } from '../absolute'
import { mediaType } from '../media-type'
import type { Entry, EntryPicture } from './feed'
import { type CorrectionHeading, wholeText } from './whole-text'

/** An article as feeds give it: as it was published, with the first address that it ever had. */
export type FedArticle = PublishedText & { firstPath: string }

export type Saying = {
  origin: string
  /** Whether the whole text is given, or its summary. */
  form: 'full' | 'summary'
  correctionHeading: CorrectionHeading
}

/** An article as an entry: complete addresses everywhere, and all that its page shows of the text. */
export function toEntry(article: FedArticle, saying: Saying): Entry {
  const { path, firstPath, headline, summary, byline, source, category, tags, picture } = article
  const address = absolute(encodePath(path), saying.origin)
  const isWhole = saying.form === 'full'
  return {
    id: entryId(firstPath, saying.origin),
    address,
    title: headline,
    // The whole text begins with what was corrected; where there is none, the summary does.
    summary: isWhole ? summary : [...article.corrections.map(said), summary].join('\n'),
    html: isWhole ? wholeText(article, address, saying.correctionHeading) : null,
    authors: authorsOf(byline),
    source: source && { name: source.name, address: webAddress(source.address) },
    terms: [...new Set([category.name, ...tags])],
    picture: picture && toPicture(picture, address),
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
  }

  function said({ at, text }: FedArticle['corrections'][number]): string {
    return `${saying.correctionHeading(at)}${text}`
  }
}

/** What feeds call an article for ever: the address that it had first, without `.html` or its last slash, as the old site's feed did. */
export function entryId(firstPath: string, origin: string): string {
  return `${origin}${encodePath(firstPath)}`.replace(/\.html$|\/$/, '')
}

function toPicture({ address, ...picture }: Picture, base: string): EntryPicture | null {
  const whole = webAddress(absolute(address, base))
  return whole === null ? null : { ...picture, address: whole, type: typeOf(whole) }
}

function typeOf(address: string): string | null {
  const type = mediaType(new URL(address).pathname)
  return type?.startsWith('image/') ? type : null
}
