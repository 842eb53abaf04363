import { readIsIndexNowKey } from '@/portal/read-index-now-key'

export const dynamic = 'force-dynamic'

/** The key at its own address: so IndexNow knows that it was this newspaper that told it something. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const { key } = await params
  const isKey = await readIsIndexNowKey(key)
  return new Response(isKey ? key : 'This is not the key.\n', {
    status: isKey ? 200 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
