import { createHash } from 'node:crypto'
import { env } from '@/env'
import { openShelf } from '@/media/open-shelf'
import { readPublic } from '@/media/read-public'
import { readRendition } from '@/newsroom/picture-address'

export const dynamic = 'force-dynamic'

const shelf = openShelf(env.mediaUrl)

/** One rendition of a picture. The address says what it is for ever; the original is never to be had here. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { hash, file } = await params
  const rendition = readRendition(`/media/${hash}/${file}`)
  const found = rendition && (await readPublic(shelf, rendition))
  if (!found) return missing()
  const { bytes, type, isFinal } = found
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const headers = {
    'cache-control': isFinal ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
    etag,
    ...harmless,
  }
  if (isKnown(etag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  return new Response(Uint8Array.from(bytes), { headers: { ...headers, 'content-type': type } })
}

type Asked = { params: Promise<{ hash: string; file: string }> }

/** A picture shown by itself is a document too: nothing in it could run or load, whatever a browser took it for. */
const harmless = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
}

function missing(): Response {
  return new Response('查无此图 There is no such picture.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=60', ...harmless },
  })
}

/** `If-None-Match` compares weakly (RFC 9110 §13.1.2). */
function isKnown(etag: string, known: string | null): boolean {
  if (known === null) return false
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
