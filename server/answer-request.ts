import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type PageContext, pageStorage } from '@/portal/page-context'
import { decodePath } from '@/newsroom/address'
import { adminHeaders, newNonce, readerHeaders } from './headers'

export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  development: boolean
}

const pages = new AsyncLocalStorage<PageContext>()
Object.assign(globalThis, { [pageStorage]: pages })

/** Answers one request through Next, with our headers, and with the status that the page says. */
export async function answerRequest({ request, response, handle, development }: Exchange): Promise<void> {
  const path = pathOf(request)
  if (path === null) {
    response
      .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      .end('这不是一个地址。 This is not an address.\n')
    return
  }
  const isAdmin = path === '/admin' || path.startsWith('/admin/')
  const nonce = isAdmin ? newNonce() : null
  if (!development) {
    for (const [name, value] of Object.entries(nonce === null ? readerHeaders : adminHeaders(nonce)))
      response.setHeader(name, value)
    // Next reads the nonce for its own scripts from the policy of the request.
    if (nonce !== null) request.headers['content-security-policy'] = adminHeaders(nonce)['content-security-policy']
  }
  // Whoever forges it is overwritten: only this process knows who is at the other end.
  request.headers['x-dibao-network'] = request.socket.remoteAddress ?? 'unknown'
  const page: PageContext = { path, status: 200, location: null }
  sayStatusOf(page, response)
  try {
    await pages.run(page, () => handle(request, response))
  } catch (error) {
    console.error(error)
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('出了差错，请稍后再试。 Something went wrong; please try again.\n')
  }
}

/** The path asked for, still percent-encoded; null for what no address can be. */
function pathOf({ url = '' }: IncomingMessage): string | null {
  const path = url.split(/[?#]/)[0] ?? ''
  return path.startsWith('/') && !path.startsWith('//') && path.length <= longestPath && decodePath(path) !== null
    ? path
    : null
}

const longestPath = 2000

/** A page learns only while it renders whether it is there: its status is put in when the head is written. */
function sayStatusOf(page: PageContext, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (page.location !== null) response.setHeader('location', page.location)
    return writeHead(status === 200 ? page.status : status, ...rest)
  }
}
