import { decodePath } from '@/newsroom/address'
import { mediaType } from '@/portal/media-type'
import { readFile } from '@/portal/read-file'

export const dynamic = 'force-dynamic'

/** A file of an imported site at its own address. Whatever it is, a browser may show it and nothing more: it runs nothing. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const path = decodePath(`/${(await params).path.join('/')}`)
  const file = path === null ? null : await readFile(path)
  if (!file)
    return new Response('查无此文件 There is no such file.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  const etag = `"${file.sha256.slice(0, 32)}"`
  const headers = {
    'content-type': mediaType(file.path) ?? 'application/octet-stream',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'public, max-age=3600',
    etag,
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(Uint8Array.from(file.bytes), { headers })
}
