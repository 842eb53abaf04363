import { describe, expect, it } from 'vitest'
import { dependOn, pageContext } from '@/portal/page-context'
import { type Handle, renderPage } from './render-page'

/** Answers as Next does: a stream, piece by piece, each a turn of the loop later. */
const streaming =
  (pieces: (string | Error)[]): Handle =>
  async (_request, response) => {
    response.setHeader('content-type', 'application/xml')
    for (const piece of pieces) {
      await new Promise(setImmediate)
      if (piece instanceof Error) {
        response.destroy(piece)
        throw new Error('failed to pipe response', { cause: piece })
      }
      response.write(piece)
    }
    response.end()
  }

describe('a page that is written while it is read', () => {
  it('is rendered whole, with what it depends on', async () => {
    const rendered = await renderPage(async (request, response) => {
      dependOn('front')
      await streaming(['<a>', '报', '</a>'])(request, response)
    }, '/sitemap.xml')
    expect(rendered).toMatchObject({ status: 200, headers: { 'content-type': 'application/xml' }, depends: ['front'] })
    expect(rendered.body.toString()).toBe('<a>报</a>')
  })
  it('is no page when reading breaks off: nobody waits for its end, and half of it is not shown', async () => {
    await expect(renderPage(streaming(['<a>', new Error('no store')]), '/sitemap.xml')).rejects.toThrow()
    const swallowing: Handle = (request, response) =>
      streaming(['<a>', new Error('no store')])(request, response).catch(() => {})
    await expect(renderPage(swallowing, '/sitemap.xml')).rejects.toThrow('no store')
  })
  it('knows its own path and no other page’s', async () => {
    const paths: (string | undefined)[] = []
    const noting: Handle = async (request, response) => {
      await new Promise(setImmediate)
      paths.push(pageContext()?.path)
      await streaming(['x'])(request, response)
    }
    await Promise.all(['/a?after=5', '/b/'].map((address) => renderPage(noting, address)))
    expect(paths.sort()).toEqual(['/a', '/b/'])
  })
})
