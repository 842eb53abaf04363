import { wholeNewspaper } from '@/portal/feeds/whole-newspaper'
import { feedResponse } from '../feed-response'

export const dynamic = 'force-dynamic'

/** Where the old site had its feed, and in its format. */
export async function GET(request: Request): Promise<Response> {
  return feedResponse(wholeNewspaper, { format: 'atom', path: '/feed.xml', request })
}
