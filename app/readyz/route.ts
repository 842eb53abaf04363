import { readReadiness } from '@/portal/read-readiness'

export const dynamic = 'force-dynamic'

/** Whether readers can be served: the store answers. */
export async function GET(): Promise<Response> {
  return (await readReadiness())
    ? new Response('ready\n')
    : new Response('the store does not answer\n', { status: 503 })
}
