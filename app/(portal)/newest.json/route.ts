import { createHash } from 'node:crypto'
import { readNewest } from '@/portal/read-newest'

export const dynamic = 'force-dynamic'

/** What open pages ask every minute; mostly the answer is that nothing changed. */
export async function GET(request: Request): Promise<Response> {
  const body = JSON.stringify(await readNewest())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'application/json; charset=utf-8' }
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers })
}
