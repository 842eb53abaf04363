import { Parser } from 'htmlparser2'

/**
 * The same pages otherwise, each variant under a prefix of its own: made from the plain document, so that it costs no second rendering, no
 * cookie and no script.
 */
export type Variant = {
  /** Its first path segment, with the slash before it. */
  prefix: string
  /** Attributes of the `html` element that the style sheet goes by. */
  attributes: Record<string, string>
  /** Writes text another way; absent where the words stay as they are. */
  rewrite?: (text: string) => string
}

export const variants: readonly Variant[] = [{ prefix: '/large', attributes: { 'data-size': 'large' } }]

/** The variant that an address asks for; null for a plain one. */
export function variantOf(path: string): Variant | null {
  return variants.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? null
}

/** The plain address of a variant's: `/large` and `/large/` are the front's. */
export function plainAddress(address: string, { prefix }: Variant): string {
  const rest = address.slice(prefix.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** An address of a reader's page in a variant; any other address as it was. */
export function addressIn(variant: Variant, address: string): string {
  return leadsToPage(address) ? `${variant.prefix}${address}` : address
}

/**
 * A document in a variant. Links to readers' pages stay inside it; what it says of itself to machines (canonical, feeds, cards) goes on naming
 * the plain address. A link that is marked `data-variant` leads from one variant to another, and stays as it is.
 */
export function documentIn(variant: Variant, html: string): string {
  const edits: { from: number; to: number; text: string }[] = []
  const replace = (from: number, to: number, text: string) => edits.push({ from, to, text })
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag = html.slice(parser.startIndex, parser.endIndex + 1)
      if (name === 'html') {
        const marks = Object.entries(variant.attributes).map(([key, value]) => ` ${key}="${value}"`)
        return replace(parser.startIndex, parser.endIndex + 1, tag.replace(/>$/, `${marks.join('')}>`))
      }
      const attribute = name === 'a' ? 'href' : name === 'form' ? 'action' : null
      const address = attribute && !('data-variant' in attributes) ? attributes[attribute] : undefined
      if (address === undefined || !leadsToPage(address)) return
      const inside = tag.replace(new RegExp(`(\\s${attribute}=")/`), `$1${variant.prefix}/`)
      replace(parser.startIndex, parser.endIndex + 1, inside)
    },
    ontext(text) {
      const { rewrite } = variant
      if (rewrite) replace(parser.startIndex, parser.endIndex + 1, rewrite(text))
    },
  })
  parser.end(html)
  let written = ''
  let at = 0
  for (const { from, to, text } of edits) {
    written += html.slice(at, from) + text
    at = to
  }
  return written + html.slice(at)
}

/** Whether an address is a reader's page, which has variants: feeds, files, the desk and what is in a variant already stay where they are. */
export function leadsToPage(address: string): boolean {
  if (!address.startsWith('/') || address.startsWith('//')) return false
  const [path = ''] = address.split(/[?#]/, 1)
  if (/^\/(?:admin|api|_next)(?:\/|$)/.test(path) || variantOf(path)) return false
  return !files.test(path)
}

/** Ends of names that are no page's. A security's address ends in a dot and its code. */
const files =
  /\.(?:xml|json|atom|rss|txt|md|js|css|pdf|zip|jpe?g|png|gif|webp|avif|svg|ico|mp[34]|woff2?|webmanifest)$/i
