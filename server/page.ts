import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identity } from '@/newsroom/identity'
import { chooseEncoding, decode, encode, type Encoding, isPackable } from './encodings'
import { fileHeaders, readerHeaders } from './headers'
import { bodyOf, type Message, sendMessage, toMessage } from './message'
import type { Rendered } from './render-page'

/** A page as it is kept: ready to be sent. */
export type Page = {
  status: number
  contentType: string
  /** The headers of every answer. */
  headers: Record<string, string>
  /** The hash of the content, whatever packs it. */
  hash: string
  depends: readonly Identity[]
  /** At least one; the others are made when somebody wants them. */
  packings: Partial<Record<Encoding, Packing>>
  bytes: number
  hits: number
}

type Packing = { headers: Record<string, string>; message: Message }

/** Memory of a page beside its bodies: headers, lists, and its place in the cache and its index. */
const overhead = 4096

/** Makes a page of what was rendered; `over` are headers that say more, or otherwise, than a reader's page does. */
export function toPage({ status, headers, body, depends }: Rendered, over: Record<string, string> = {}): Page {
  const contentType = headers['content-type'] ?? 'application/octet-stream'
  const hash = createHash('sha256').update(contentType).update(body).digest('base64url').slice(0, 22)
  const names = depends.map(nameInHeader).join(' ')
  const isNamed = names.length > 0 && names.length <= longestNames
  const own: Record<string, string> = {
    ...(contentType.startsWith('text/html') ? readerHeaders : fileHeaders),
    'content-type': contentType,
    'cache-control': cacheControl(),
    ...pick(headers, ['location', 'content-security-policy', 'content-disposition', 'x-robots-tag']),
    // A document's head says what belongs to it; Next's headers would have a browser fetch what was taken out of it.
    ...(!contentType.startsWith('text/html') && pick(headers, ['link'])),
    ...(isPackable(contentType) && { vary: 'accept-encoding' }),
    // The names by which a cache in front of the portal can be told to drop the page: Fastly's and Varnish's header, and Cloudflare's.
    ...(isNamed && { 'surrogate-key': names, 'cache-tag': names.replaceAll(' ', ',') }),
    ...over,
  }
  const page: Page = {
    status,
    contentType,
    headers: own,
    hash,
    depends,
    packings: {},
    bytes: overhead + lengthOf(own) + names.length,
    hits: 0,
  }
  addPacking(page, 'identity', body)
  return page

  function cacheControl(): string {
    if (status >= 500) return 'no-store'
    // What Next says of a page that it renders anew each time is not so of one that is kept.
    return headers['cache-control']?.startsWith('public') ? headers['cache-control'] : revalidate
  }
}

/** An identity as one word of plain characters, as caches in front of the portal take it. */
export function nameInHeader(identity: Identity): string {
  return encodeURIComponent(identity).replace(/%3A/g, ':').replace(/%2F/g, '/')
}

/**
 * A proxy takes 4 kB of headers from behind it, and answers 502 when there are more. Names that are longer belong to an address that somebody
 * made up.
 */
const longestNames = 1200

function lengthOf(headers: Record<string, string>): number {
  return Object.values(headers).reduce((sum, value) => sum + value.length, 0)
}

/** Kept by a browser, and asked for again each time: the answer is nearly always that nothing has changed. */
const revalidate = 'public, max-age=0, must-revalidate'

/** Sends a page, or that the reader has it already. */
export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): void {
  const packing = packingFor(
    page,
    isPackable(page.contentType) ? chooseEncoding(request.headers['accept-encoding']) : 'identity',
  )
  const known = request.headers['if-none-match']
  if (known !== undefined && page.status === 200 && isKnown(page, known)) {
    response.writeHead(304, pick(packing.headers, repeated)).end()
    return
  }
  if (sendMessage(packing.message, request, response)) return
  response.writeHead(page.status, packing.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(bodyOf(packing.message))
}

/** The content of a page, unpacked. */
export function contentOf({ packings }: Page): Buffer {
  for (const encoding of ['identity', 'gzip', 'br'] as const) {
    const packing = packings[encoding]
    if (packing) return decode(bodyOf(packing.message), encoding)
  }
  throw new Error('a page was kept without a body')
}

/** Keeps a page in one packing more, or a better one in the place of a fast one. */
export function addPacking(page: Page, encoding: Encoding, body: Buffer, suffix = ''): Packing {
  const isPacked = encoding !== 'identity'
  const headers = {
    ...page.headers,
    ...(isPacked && { 'content-encoding': encoding }),
    etag: `"${page.hash}${isPacked ? `-${encoding}${suffix}` : ''}"`,
    'content-length': String(body.length),
  }
  const packing = { headers, message: toMessage(page.status, headers, body) }
  page.bytes += body.length - bytesOf(page, encoding)
  page.packings[encoding] = packing
  return packing
}

/** Forgets a packing that can be had from another. */
export function dropPacking(page: Page, encoding: Encoding): void {
  page.bytes -= bytesOf(page, encoding)
  delete page.packings[encoding]
}

function packingFor(page: Page, encoding: Encoding): Packing {
  const packing = page.packings[encoding]
  if (packing) return packing
  const content = contentOf(page)
  const made = addPacking(page, encoding, encode(content, encoding))
  // Once a page is packed, its plain bytes are the packed ones unpacked: a quarter of the memory.
  if (encoding !== 'identity') dropPacking(page, 'identity')
  return made
}

/** `If-None-Match` compares weakly (RFC 9110 §13.1.2): any packing of the same content will do. */
function isKnown({ hash }: Page, known: string): boolean {
  if (known === '*') return true
  return known
    .slice(0, 1000)
    .split(',')
    .some(
      (one) =>
        one
          .trim()
          .replace(/^W\//, '')
          .slice(1, hash.length + 1) === hash,
    )
}

/** What a 304 has to say again (RFC 9110 §15.4.5), and the names for a cache in front. */
const repeated = ['cache-control', 'vary', 'etag', 'surrogate-key', 'cache-tag']

function bytesOf({ packings }: Page, encoding: Encoding): number {
  const packing = packings[encoding]
  return packing ? bodyOf(packing.message).length : 0
}

function pick(headers: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))
}
