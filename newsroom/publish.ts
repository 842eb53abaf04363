import type { Act, Article } from './article'
import type { Copy } from './copy'
import { isDescribed, isLicenceOver, type Library, pictureName } from './library-picture'
import { hashInAddress } from './picture-address'
import { picturesIn } from './pictures-in'
import { authorise } from './policy'
import { Refusal } from './refusal'
import { type ReadersBody, toReadersHtml } from './readers-html'
import { refuseClosed } from './revise'

/**
 * Shows readers the newest version. The first time fixes its place in every list; later times only its text. `library` has the pictures of the
 * library that the copy shows: each must be described, there, and within its licence.
 */
export function publish(article: Article, { by, at }: Act, library: Library): Article {
  refuseClosed(article)
  authorise(by, 'publish', article)
  refuseUnreadable(article.copy)
  refuseUnfitPictures(article.copy, library, at)
  if (article.publishedVersion === article.version) throw new Refusal('nothing-new')
  return {
    ...article,
    status: 'published',
    autosaved: false,
    publishedVersion: article.version,
    publishedAt: article.publishedAt ?? at,
    updatedAt: at,
    updatedBy: by,
  }
}

/** What no reader should meet: an article without a headline or a text. */
function refuseUnreadable({ headline, body, bodyFormat }: Copy): void {
  if (headline.trim() === '') throw new Refusal('headline-missing')
  if (body.trim() === '' || isBlank(toReadersHtml(body, bodyFormat))) throw new Refusal('body-missing')
}

/** A picture that says nothing to who cannot see it, that is not there any more, or that may not be shown any more. */
function refuseUnfitPictures(copy: Copy, library: Library, at: Date): void {
  for (const { address, alt, place } of picturesIn(copy)) {
    const picture = library.get(hashInAddress(address) ?? '')
    if (!picture) {
      if (place === 'lead' && alt.trim() === '') throw new Refusal('picture-alt-missing')
      continue
    }
    const name = pictureName(picture)
    if (picture.removedAt !== null) throw new Refusal('picture-removed', { name })
    if (isLicenceOver(picture, at)) throw new Refusal('picture-licence-over', { name })
    if (alt.trim() === '' && !isDescribed(picture)) throw new Refusal('picture-undescribed', { name })
  }
}

/** A comment, a blank paragraph or what the layout drops is no text; a picture alone is one. */
function isBlank({ html, text }: ReadersBody): boolean {
  return text === '' && !html.includes('<img')
}
