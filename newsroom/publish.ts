import type { Act, Article } from './article'
import type { Copy } from './copy'
import { authorise } from './policy'
import { Refusal } from './refusal'
import { type ReadersBody, toReadersHtml } from './readers-html'
import { refuseClosed } from './revise'

/** Shows readers the newest version. The first time fixes its place in every list; later times only its text. */
export function publish(article: Article, { by, at }: Act): Article {
  refuseClosed(article)
  authorise(by, 'publish', article)
  refuseUnreadable(article.copy)
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

/** What no reader should meet: an article without a headline or a text, a picture that says nothing to who cannot see it. */
function refuseUnreadable({ headline, body, bodyFormat, picture }: Copy): void {
  if (headline.trim() === '') throw new Refusal('headline-missing')
  if (body.trim() === '' || isBlank(toReadersHtml(body, bodyFormat))) throw new Refusal('body-missing')
  if (picture && picture.alt.trim() === '') throw new Refusal('picture-alt-missing')
}

/** A comment, a blank paragraph or what the layout drops is no text; a picture alone is one. */
function isBlank({ html, text }: ReadersBody): boolean {
  return text === '' && !html.includes('<img')
}
