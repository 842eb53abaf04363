import { z } from 'zod'
import { authorise } from '@/newsroom/policy'
import { findSecurities } from '@/store/securities'
import { newsroom } from '../newsroom'
import { findSignedIn } from '../session'

export const dynamic = 'force-dynamic'

const asked = z.object({ typed: z.string().max(100) })

/**
 * The securities that somebody at the desk may mean by what they typed, for the picker of the editor. A route and no action: actions wait
 * for each other, and a save would wait for a list that nobody looks at any more.
 */
export async function GET(request: Request): Promise<Response> {
  const by = await findSignedIn()
  if (!by) return answer([], 401)
  authorise(by, 'read-desk')
  const wish = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!wish.success) return answer([], 400)
  const { db } = await newsroom()
  return answer(await findSecurities(db, { typed: wish.data.typed, take: 8 }), 200)
}

function answer(found: unknown[], status: number): Response {
  return Response.json(found, { status, headers: { 'cache-control': 'private, no-store' } })
}
