import { wholeNewspaper } from '@/portal/feeds/whole-newspaper'
import { feedResponse } from '../feed-response'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return feedResponse(wholeNewspaper, { format: 'rss', path: '/feed.rss', request })
}
