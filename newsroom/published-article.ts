import type { CategoryName } from './category'
import type { Correction } from './correction'
import type { Copy, Kind, Picture, Source } from './copy'
import type { Focus, Library } from './library-picture'
import { hashInAddress } from './picture-address'
import { type ReadersBody, toReadersHtml } from './readers-html'

/** An article as a reader may see it in a list. Nothing of the desk's is in it. */
export type PublishedArticle = {
  id: number
  path: string
  kind: Kind
  headline: string
  kicker: string | null
  standfirst: string | null
  /** At most 120 characters: the standfirst, or the beginning of the text. */
  summary: string
  byline: string | null
  editor: string | null
  urgent: boolean
  source: Source | null
  category: CategoryName
  tags: string[]
  picture: ReadersPicture | null
  publishedAt: Date
  updatedAt: Date
  /** How many others say the same, where a list shows one of them. */
  others?: number
  /** When it was last corrected; null where there was nothing to put right. */
  correctedAt: Date | null
}

/** What one line of a short list says of an article. */
export type ArticleLine = Pick<
  PublishedArticle,
  'id' | 'path' | 'headline' | 'publishedAt' | 'source' | 'category' | 'tags'
>

/** A picture as readers are shown it, with what must stay in sight where it is cut. */
export type ReadersPicture = Picture & { focus?: Focus | undefined }

/** The whole article, with the body as readers get it, and what was put right in it, oldest first. */
export type PublishedText = PublishedArticle & ReadersText & { corrections: Correction[] }

export type ReadersText = {
  /** Clean HTML in which nothing runs, loads or frames. */
  html: string
  /** Whether the text says the standfirst again, as wire copy does with its digest: it is then shown once. */
  repeatsStandfirst: boolean
}

/**
 * Turns copy into what its page and its card need; a body that was made ready already need not be made again. Throws a Refusal
 * for one that cannot be shown.
 */
export function toReadersText(
  copy: Copy,
  { html, text }: ReadersBody = toReadersHtml(copy.body, copy.bodyFormat),
): ReadersText & { summary: string } {
  return {
    html,
    summary: summarise(copy.standfirst ?? text),
    repeatsStandfirst: copy.standfirst !== null && squeeze(text).includes(squeeze(withoutCredit(copy.standfirst))),
  }
}

/** An article's picture as readers are shown it: what the copy leaves out, the library knows. */
export function toReadersPicture(picture: Picture | null, library: Library): ReadersPicture | null {
  const known = picture && library.get(hashInAddress(picture.address) ?? '')
  if (!known || known.removedAt !== null) return picture
  const alt = picture.alt.trim() === '' && !known.decorative ? known.alt : picture.alt
  return { ...picture, alt, credit: picture.credit ?? (known.credit || null), focus: known.focus }
}

const longestSummary = 120

/** The first sentences that fit 120 characters, or the beginning of the first one with an ellipsis. */
export function summarise(text: string): string {
  const line = joinLines(text)
  const characters = [...line]
  if (characters.length <= longestSummary) return line
  const room = characters.slice(0, longestSummary).join('')
  // A quotation mark or a bracket that closes belongs to its sentence.
  const sentences = /^[\s\S]*[。！？；][”’」』）]*/.exec(room)?.[0] ?? ''
  if ([...sentences].length >= longestSummary / 3) return sentences
  return `${characters.slice(0, longestSummary - 1).join('')}…`
}

/** Lines run on without a space, except between words of Latin letters. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((one) => one.trim())
  return lines
    .reduce(
      (joined, line) => (/[\w.,;:!?)]$/.test(joined) && /^[\w(]/.test(line) ? `${joined} ${line}` : joined + line),
      '',
    )
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()
}

/** A wire's digest ends with the medium in brackets; the text does not repeat that. */
function withoutCredit(standfirst: string): string {
  return standfirst.replace(/（[^（）]{1,20}）$/, '')
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
