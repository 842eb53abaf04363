import { decodePath, encodePath } from '@/newsroom/address'
import { foldTyped } from '@/newsroom/fold-typed'
import { readRendition } from '@/newsroom/picture-address'
import { readSearchPlace, writeSearchPlace } from '@/newsroom/search/search-place'
import { typedSoFar } from '@/newsroom/search/suggestion'
import { typedQuery } from '@/newsroom/search/typed-query'
import { isSecret } from '@/newsroom/secret'
import { leadsToPage, plainAddress, type Variant, variantOf } from './variants'

/** What a request asks for. */
export type Asked =
  /** A reader's page: its path, percent-decoded, and its key, our own writing of the address. Nothing else a request says makes another page. */
  | { is: 'page'; key: string; path: string; variant: Variant | null }
  /** A page for whoever has its secret address: made anew each time, and never kept. */
  | { is: 'private'; key: string }
  /** A file of the build or of `public/`. */
  | { is: 'asset'; key: string }
  /** A picture of ours: read from where pictures lie each time, since no memory holds them all. */
  | { is: 'picture'; key: string }
  /** The desk and the machines' addresses, which are never kept. */
  | { is: 'application'; isDesk: boolean }
  /** An address that cannot be, and why not: 400, 404 or 414. */
  | { is: 'refused'; status: 400 | 404 | 414 }

const longestPath = 2000

/** Reads the target of a request (RFC 9112, origin form). `assets` are the paths of the files in `public/`. */
export function readAsked(url: string, assets: ReadonlySet<string>): Asked {
  const [target = ''] = url.split('#', 1)
  const mark = target.indexOf('?')
  const encoded = mark < 0 ? target : target.slice(0, mark)
  const query = mark < 0 ? '' : target.slice(mark + 1)
  if (encoded.length > longestPath) return { is: 'refused', status: 414 }
  if (!encoded.startsWith('/') || encoded.startsWith('//')) return { is: 'refused', status: 400 }
  // Doubled slashes mean one, as every static host takes them. What a client was to resolve and did not (RFC 3986 §5.2.4) is no address:
  // Next would resolve it, and any page have as many addresses as somebody cares to make up.
  const path = decodePath(encoded)?.replace(/\/{2,}/g, '/')
  if (path === undefined || !path.isWellFormed() || /\/\.\.?(?:\/|$)/.test(path)) return { is: 'refused', status: 400 }
  if (isUnder(path, '/admin')) return { is: 'application', isDesk: true }
  if (isUnder(path, '/api') || path === '/healthz' || path === '/readyz') return { is: 'application', isDesk: false }
  const key = encodePath(path)
  if (key.length > longestPath) return { is: 'refused', status: 414 }
  if (isPreviewLink(path)) return { is: 'private', key }
  if (isPartnerFeed(path)) return { is: 'private', key: key + meaningOf(query, path) }
  if (assets.has(path) || path.startsWith('/_next/static/')) return { is: 'asset', key }
  if (readRendition(path) !== null) return { is: 'picture', key }
  if (isUnder(path, '/_next') || nextsOwn.test(path)) return { is: 'refused', status: 404 }
  const variant = variantOf(path)
  const isVariant = variant !== null && isPlainPage(plainAddress(key, variant), assets)
  return { is: 'page', key: key + meaningOf(query, path), path, variant: isVariant ? variant : null }
}

/** Only pages have variants: not the desk, not a file, and not a page that is one already. */
function isPlainPage(address: string, assets: ReadonlySet<string>): boolean {
  return leadsToPage(address) && readAsked(address, assets).is === 'page'
}

/** The link to an unpublished article. Any other address under `/preview/` is a reader's: an old site may have had a category of that name. */
function isPreviewLink(path: string): boolean {
  const folder = '/preview/'
  return path.startsWith(folder) && isSecret(path.slice(folder.length))
}

/** A partner's own feed, which the address is the secret of. Any other address under `/partner/` is a reader's, as under `/preview/`. */
function isPartnerFeed(path: string): boolean {
  const [, secret = ''] = /^\/partner\/([^/]+)\/feed\.(?:atom|rss|json)$/.exec(path) ?? []
  return isSecret(secret)
}

/**
 * Next's own doors, such as the one that resizes pictures, are none of a reader's; nor are its error pages, one of which answers 500, and
 * the data that its scripts would fetch in the place of a page.
 */
const nextsOwn = /^\/(?:404|500|_app|_document|_error|_global-error|_not-found)\/?$|\.rsc\/?$/

/** Lists whose older pages are addresses of their own. */
const paged = /^(?:\/[a-z-]+)?\/category\/[^/]+\.html$|^(?:\/partner\/[\w-]+)?\/feed\.(?:xml|atom|rss|json)$/

/** Lists that are called by a name, and their feeds. */
const pagedByName =
  /^(?:\/[a-z-]+)?\/(?:tag|source|author|security)\/[^/]+$|^\/(?:tag|source|author|security)\/[^/]+\/feed\.(?:atom|rss|json)$/

/** The same, of the lists in the order of time. */
const pagedByTime =
  /^(?:\/[a-z-]+)?\/(?:archive\/\d{4}\/\d{2}\/\d{2}|flash|corrections)$|^\/(?:category\/[^/]+|archive\/\d{4}(?:\/\d{2}){0,2}|flash|corrections)\/feed\.(?:atom|rss|json)$/

/** The list of categories, which may be narrowed. */
const register = /^(?:\/[a-z-]+)?\/categories$/

/** A search as a feed. */
const searchFeed = /^\/search\/feed\.(?:atom|rss|json)$/

/**
 * The part of a query that means something at a path, written in one way: an older page of a list names the article that it starts
 * after. One that names no article is written as 0, which no article has.
 */
function meaningOf(query: string, path: string): string {
  if (query !== '' && search.test(path)) return searchOf(new URLSearchParams(query))
  if (path === '/suggest.json') return suggestionsFor(typedIn(query))
  if (query !== '' && searchFeed.test(path)) return feedOf(new URLSearchParams(query))
  if (query !== '' && register.test(path)) return narrowingOf(typedIn(query))
  if (query === '' || !(paged.test(path) || pagedByName.test(path) || pagedByTime.test(path))) return ''
  const after = afterIn(new URLSearchParams(query))
  return after === null ? '' : `?after=${after}`
}

/** The article that a page is to start after; 0 for what is no number of one, null where none is named. */
function afterIn(query: URLSearchParams): string | null {
  const [after, ...more] = query.getAll('after')
  if (after === undefined) return null
  return more.length === 0 && isNumber(after) ? after : '0'
}

/** What a feed looks for, and the article that a page of it starts after. */
function feedOf(query: URLSearchParams): string {
  const asked = searchOf(new URLSearchParams({ q: query.get('q') ?? '' }))
  const after = afterIn(query)
  return asked === '' || after === null ? asked : `${asked}&after=${after}`
}

function typedIn(query: string): string {
  return new URLSearchParams(query).get('q') ?? ''
}

/** What a list is narrowed by, written in one way. */
function narrowingOf(typed: string): string {
  const narrowing = foldTyped(typed)
  return narrowing === '' ? '' : `?q=${encodeURIComponent(narrowing)}`
}

const search = /^(?:\/[a-z-]+)?\/search$/

/** What is looked for, as far as it is read, and in which order and where a page of it starts. */
function searchOf(query: URLSearchParams): string {
  const typed = typedQuery(query.get('q') ?? '')
  const place = readSearchPlace({ by: query.get('by') ?? '', after: query.get('after') ?? '' })
  return typed === '' ? '' : `?q=${encodeURIComponent(typed)}${writeSearchPlace(place)}`
}

/** What was typed so far, folded: `ＧＺ`, `gz` and `gz ` are one answer. */
function suggestionsFor(typed: string): string {
  const folded = typedSoFar(typed.toWellFormed())
  return folded === '' ? '' : `?q=${encodeURIComponent(folded)}`
}

/** Whether a text is the number of a row, as both stores count. */
function isNumber(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
