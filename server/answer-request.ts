import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAsked } from './asked'
import { adminHeaders, fileHeaders, newNonce } from './headers'
import { sendPage } from './page'
import type { Press } from './press'
import { privatePage } from './private-page'
import type { Handle } from './render-page'

export type Answering = {
  handle: Handle
  press: Press
  /** Paths of the files in `public/`. */
  assets: ReadonlySet<string>
}

/** Answers requests: readers' from the press, pictures', the desk's and the machines' through Next. */
export function answerRequest({ handle, press, assets }: Answering) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const asked = readAsked(request.url ?? '', assets)
      if (asked.is === 'refused') return refuse(response, asked.status)
      if (asked.is === 'application') return await answerApplication(request, response, asked.isDesk)
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, { allow: 'GET, HEAD' })
      if (asked.is === 'picture') return await answerPicture(request, response, asked.key)
      if (asked.is === 'private') return sendPage(await privatePage(handle, asked.key), request, response)
      await press.answer(asked, request, response)
    } catch (error) {
      console.error(error)
      if (response.headersSent) response.end()
      else refuse(response, 500)
    }
  }

  /** As its route gives it: not kept, not slimmed, and at the one address it has, so that Next finds it however it was written. */
  async function answerPicture(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    request.url = key
    await handle(request, response)
  }

  async function answerApplication(request: IncomingMessage, response: ServerResponse, isDesk: boolean): Promise<void> {
    const nonce = isDesk ? newNonce() : null
    const headers = nonce === null ? fileHeaders : adminHeaders(nonce)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // Next reads the nonce for its own scripts from the policy of the request.
    if (nonce !== null) request.headers['content-security-policy'] = headers['content-security-policy']
    await handle(bringNetwork(request), response)
  }
}

/** Says who is at the other end, which only this process knows: whoever forges it is overwritten. */
export function bringNetwork(request: IncomingMessage): IncomingMessage {
  request.headers['x-dibao-network'] = request.socket.remoteAddress ?? 'unknown'
  return request
}

const sentences = {
  400: '这不是一个地址。 This is not an address.',
  404: '这里没有内容。 There is nothing here.',
  405: '这个地址只能读。 This address can only be read.',
  414: '地址太长。 The address is too long.',
  500: '出了差错，请稍后再试。 Something went wrong; please try again.',
}

/** Says no in a line, without a page: what no address can be costs next to nothing. */
function refuse(response: ServerResponse, status: keyof typeof sentences, headers: Record<string, string> = {}): void {
  const body = Buffer.from(`${sentences[status]}\n`)
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    })
    .end(body)
}
