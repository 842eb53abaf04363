import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pageContext } from '@/portal/page-context'
import { answerRequest } from './answer-request'
import { pageMaker } from './make-page'
import { openPress } from './press'
import type { Handle } from './render-page'
import { adminHeaders, newNonce, readerHeaders } from './headers'

const directives = (headers: Record<string, string>) =>
  new Map(
    (headers['content-security-policy'] ?? '')
      .split('; ')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  )

describe('readers’ pages', () => {
  const policy = directives(readerHeaders)

  it('may run only our own script, which may ask only us', () => {
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('connect-src')).toBe("'self'")
    expect(readerHeaders['content-security-policy']).not.toMatch(/unsafe|data:|\*|nonce/)
  })
  it('load only our own styles, and pictures from anywhere', () => {
    expect(policy.get('style-src')).toBe("'self'")
    expect(policy.get('img-src')).toBe("'self' https: http:")
  })
  it('are never framed, sent elsewhere or rebased', () =>
    expect([policy.get('frame-ancestors'), policy.get('form-action'), policy.get('base-uri')]).toEqual([
      "'none'",
      "'self'",
      "'none'",
    ]))
  it('are what they say they are', () =>
    expect(readerHeaders).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    }))
})

describe('the desk’s pages', () => {
  it('run only scripts that carry this answer’s nonce', () => {
    const policy = directives(adminHeaders('abc'))
    expect(policy.get('script-src')).toBe("'nonce-abc' 'strict-dynamic'")
    expect(policy.get('default-src')).toBe("'none'")
    expect(adminHeaders('abc')['content-security-policy']).not.toContain('unsafe')
  })
  it('are in no search engine', () => expect(adminHeaders('abc')).toMatchObject({ 'x-robots-tag': 'noindex' }))
  it('have a nonce that nobody guesses', () => {
    const nonces = Array.from({ length: 100 }, newNonce)
    expect(new Set(nonces).size).toBe(100)
    expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16)
  })
})

describe('a request', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
    vi.restoreAllMocks()
  })
  const ask = async (path: string, handle: Handle, { headers = {} } = {}) => {
    const press = openPress({ make: pageMaker(handle), isCurrent: () => true, bound: 1e7 })
    server = createServer(answerRequest({ handle, press, assets: new Set() }))
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      request({ port, path, headers, host: '127.0.0.1' }, (answer) => {
        let body = ''
        answer.on('data', (part) => {
          body += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      })
        .on('error', reject)
        .end()
    })
  }
  const ok: Handle = async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('好')
  }

  it('is answered with a reader’s headers', async () =>
    expect(await ask('/a.html?x=1', ok)).toMatchObject({ status: 200, body: '好', headers: readerHeaders }))
  it('of the desk is answered with the desk’s, and Next is told the nonce', async () => {
    let told = ''
    const { headers } = await ask('/admin/articles', async (given, response) => {
      told = String(given.headers['content-security-policy'])
      await ok(given, response)
    })
    expect(headers['content-security-policy']).toBe(told)
    expect(told).toMatch(/'nonce-[A-Za-z0-9+/=]{24}'/)
  })
  it('of a reader at an address like the desk’s is a reader’s', async () =>
    expect((await ask('/administration.html', ok)).headers).not.toHaveProperty('x-robots-tag'))
  it.each(['//evil.example/', '/%', '/%00', '/a%2Fb', '/%E4%BD', '/a\\b', 'http://evil.example/', '*'])(
    'for %s is none, and goes no further',
    async (path) => {
      const handle = vi.fn(ok)
      expect((await ask(path, handle)).status).toBe(400)
      expect(handle).not.toHaveBeenCalled()
    },
  )
  it.each([301, 404, 410] as const)('for a page that says %i is answered so, though Next says 200', async (status) => {
    const answer = await ask('/gone.html', async (given, response) => {
      const page = pageContext()
      if (page) Object.assign(page, { status, location: status === 301 ? '/new.html' : null })
      await ok(given, response)
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.location).toBe(status === 301 ? '/new.html' : undefined)
    expect(answer.body).toBe(status === 301 ? '' : '好')
  })
  it('keeps a status that is Next’s own', async () => {
    expect((await ask('/x', async (_given, response) => void response.writeHead(308).end())).status).toBe(308)
  })
  it('for an address that is too long is told so', async () => {
    expect((await ask(`/${'a'.repeat(2001)}`, ok)).status).toBe(414)
  })
  it('knows the path with the slash at its end', async () => {
    let path = ''
    await ask('/bendi/?q=1', async (given, response) => {
      path = pageContext()?.path ?? ''
      await ok(given, response)
    })
    expect(path).toBe('/bendi/')
  })
  it('cannot say where it comes from', async () => {
    let network = ''
    const note: Handle = async (given, response) => {
      network = String(given.headers['x-dibao-network'])
      await ok(given, response)
    }
    await ask('/admin', note, { headers: { 'x-dibao-network': '6.6.6.6' } })
    expect(network).toBe('127.0.0.1')
  })
  it('that breaks a page is answered, and tells the reader nothing of why', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await ask('/x', async () => {
      throw new Error('secret path /srv/db')
    })
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain('secret')
  })
})
