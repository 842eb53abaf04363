import { readNewest } from '@/portal/read-newest'

export const dynamic = 'force-dynamic'

/** What open pages ask every minute; mostly the answer is that nothing changed. */
export async function GET(): Promise<Response> {
  return Response.json(await readNewest())
}
