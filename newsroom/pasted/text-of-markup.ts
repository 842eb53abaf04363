import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'
import { markupOf } from './read-clipboard'

/** The text of HTML that is too much to be read as a tree, block by block in lines. */
export function textOfMarkup(html: string): string {
  const lines = html
    .replace(/<(script|style|title|template)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(markupOf, (_tag, name: string | undefined) => {
      if (!name || inLine.has(name.toLowerCase())) return ''
      return /^t[dh]$/i.test(name) ? ' ' : '\n'
    })
  // With no tag left there is nothing to nest; the parser still knows what `&hellip;` is.
  return textIn(fromHtml(lines.replaceAll('<', '&lt;'), { fragment: true }))
}

const inLine = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark o:p q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
