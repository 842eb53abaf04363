import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Identity } from '@/newsroom/identity'
import { type PageContext, pageStorage } from '@/portal/page-context'

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What Next made of an address. */
export type Rendered = {
  status: number
  /** By name in lower case. */
  headers: Record<string, string>
  body: Buffer
  depends: Identity[]
}

const pages = new AsyncLocalStorage<PageContext>()
Object.assign(globalThis, { [pageStorage]: pages })

/**
 * Has Next render an address, whole. The request is one of our own making: no header, cookie or query that a reader sent can reach the page,
 * so that whoever asked first cannot choose what the others get.
 */
export async function renderPage(
  handle: Handle,
  address: string,
  siteEdition: PageContext['siteEdition'] = () => null,
): Promise<Rendered> {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = address
  request.headers = { host: 'localhost' }
  request.push(null)
  const page: PageContext = {
    path: address.split('?', 1)[0] ?? '',
    status: 200,
    location: null,
    depends: new Set(),
    siteEdition,
  }
  const { response, whole } = detachedResponse(request)
  await pages.run(page, () => handle(request, response))
  const body = await whole
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)] as const),
  )
  if (page.location !== null) headers.location = page.location
  return {
    status: response.statusCode === 200 ? page.status : response.statusCode,
    headers,
    body,
    depends: [...page.depends],
  }
}

/** A response that goes to no socket: what is written is collected. */
function detachedResponse(request: IncomingMessage): { response: ServerResponse; whole: Promise<Buffer> } {
  const response = new ServerResponse(request)
  const chunks: Buffer[] = []
  const collect = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, (encoding as BufferEncoding | undefined) ?? 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const whole = new Promise<Buffer>((resolve, reject) => {
    response.write = (chunk: unknown, encoding?: unknown, then?: unknown) => {
      collect(chunk, typeof encoding === 'string' ? encoding : undefined)
      const done = typeof encoding === 'function' ? encoding : then
      if (typeof done === 'function') queueMicrotask(() => done())
      return true
    }
    response.end = (chunk?: unknown, encoding?: unknown, then?: unknown) => {
      if (typeof chunk !== 'function') collect(chunk, typeof encoding === 'string' ? encoding : undefined)
      const done = [chunk, encoding, then].find((one) => typeof one === 'function')
      resolve(Buffer.concat(chunks))
      queueMicrotask(() => {
        response.emit('finish')
        response.emit('close')
        if (typeof done === 'function') done()
      })
      return response
    }
    // A document that is written while it is read breaks off where reading fails: half a page is none.
    response.destroy = (error) => {
      reject(error ?? new Error('the page broke off'))
      return response
    }
  })
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const given = rest.find((one) => typeof one === 'object' && one !== null)
    for (const [name, value] of pairsOf(given)) response.setHeader(name, value)
    return response
  }
  response.flushHeaders = () => {}
  // Whoever waits for the page may hear of it from Next first.
  whole.catch(() => {})
  return { response, whole }
}

/** Headers as `writeHead` takes them: an object, a flat list, or a list of pairs. */
function pairsOf(headers: unknown): [string, string | string[]][] {
  if (!headers) return []
  if (!Array.isArray(headers)) return Object.entries(headers as Record<string, string | string[]>)
  if (Array.isArray(headers[0])) return headers as [string, string][]
  return headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]] as [string, string]] : []))
}
