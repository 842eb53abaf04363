import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Identity, identityToken } from '@/newsroom/identity'
import { chooseEncoding, decode, encode, type Encoding, isPackable } from './encodings'
import { fileHeaders, readerHeaders } from './headers'
import { bodyOf, type Message, sendMessage, toMessage } from './message'
import type { Rendered } from './render-page'

/** A page as it is kept: ready to be sent. */
export type Page = {
  status: number
  contentType: string
  /** The headers of every answer, name and value in turn, as `writeHead` takes them. */
  headers: string[]
  /** The hash of the content, whatever packs it. */
  hash: string
  depends: readonly Identity[]
  /** At least one; the others are made when somebody wants them. */
  forms: Partial<Record<Encoding, Form>>
  bytes: number
  hits: number
}

type Form = { headers: string[]; etag: string; message: Message }

/** Memory of a page beside its bodies: headers, lists, and its place in the cache and its index. */
const overhead = 4096

/** Makes a page of what was rendered. */
export function toPage({ status, headers, body, depends }: Rendered): Page {
  const contentType = headers['content-type'] ?? 'application/octet-stream'
  const hash = createHash('sha256').update(contentType).update(body).digest('base64url').slice(0, 22)
  const tokens = depends.map(identityToken).join(' ')
  const isNamed = tokens.length > 0 && tokens.length <= longestNames
  const own = {
    ...(contentType.startsWith('text/html') ? readerHeaders : fileHeaders),
    'content-type': contentType,
    'cache-control': cacheControl(),
    ...pick(headers, ['location', 'content-security-policy', 'content-disposition', 'x-robots-tag']),
    ...(isPackable(contentType) && { vary: 'accept-encoding' }),
    // The names by which a cache in front of the portal can be told to drop the page: Fastly's and Varnish's header, and Cloudflare's.
    ...(isNamed && { 'surrogate-key': tokens, 'cache-tag': tokens.replaceAll(' ', ',') }),
  }
  const page: Page = {
    status,
    contentType,
    headers: Object.entries(own).flat(),
    hash,
    depends,
    forms: {},
    bytes: overhead + lengthOf(own) + tokens.length,
    hits: 0,
  }
  addForm(page, 'identity', body)
  return page

  function cacheControl(): string {
    if (status >= 500) return 'no-store'
    // What Next says of a page that it renders anew each time is not so of one that is kept.
    return headers['cache-control']?.startsWith('public') ? headers['cache-control'] : revalidate
  }
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
  const form = formFor(
    page,
    isPackable(page.contentType) ? chooseEncoding(request.headers['accept-encoding']) : 'identity',
  )
  const known = request.headers['if-none-match']
  if (known !== undefined && page.status === 200 && isKnown(page, known)) {
    response.writeHead(304, notModified(page, form)).end()
    return
  }
  if (sendMessage(form.message, request, response)) return
  response.writeHead(page.status, form.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(bodyOf(form.message))
}

/** The content of a page, unpacked. */
export function contentOf({ forms }: Page): Buffer {
  for (const encoding of ['identity', 'gzip', 'br'] as const) {
    const form = forms[encoding]
    if (form) return decode(bodyOf(form.message), encoding)
  }
  throw new Error('a page was kept without a body')
}

/** Keeps a page in one packing more, or a better one in the place of a fast one. */
export function addForm(page: Page, encoding: Encoding, body: Buffer, suffix = ''): Form {
  const etag = `"${page.hash}${encoding === 'identity' ? '' : `-${encoding}${suffix}`}"`
  const packed = encoding === 'identity' ? [] : ['content-encoding', encoding]
  const headers = [...page.headers, ...packed, 'etag', etag, 'content-length', String(body.length)]
  const form = { headers, etag, message: toMessage(page.status, headers, body) }
  page.bytes += body.length - bytesOf(page, encoding)
  page.forms[encoding] = form
  return form
}

/** Forgets a packing that can be had from another. */
export function dropForm(page: Page, encoding: Encoding): void {
  page.bytes -= bytesOf(page, encoding)
  delete page.forms[encoding]
}

function formFor(page: Page, encoding: Encoding): Form {
  const form = page.forms[encoding]
  if (form) return form
  const content = contentOf(page)
  const made = addForm(page, encoding, encode(content, encoding))
  // Once a page is packed, its plain bytes are the packed ones unpacked: a quarter of the memory.
  if (encoding !== 'identity') dropForm(page, 'identity')
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

function notModified(page: Page, form: Form): string[] {
  const kept = page.headers.flatMap((name, index) =>
    index % 2 === 0 && repeated.has(name) ? [name, page.headers[index + 1] ?? ''] : [],
  )
  return [...kept, 'etag', form.etag]
}

/** What a 304 has to say again (RFC 9110 §15.4.5), and the names for a cache in front. */
const repeated = new Set(['cache-control', 'vary', 'surrogate-key', 'cache-tag'])

function bytesOf({ forms }: Page, encoding: Encoding): number {
  const form = forms[encoding]
  return form ? bodyOf(form.message).length : 0
}

function pick(headers: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))
}
