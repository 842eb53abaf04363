import { type DayParts, dayFeed } from '../day-feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<DayParts> }): Promise<Response> {
  return dayFeed('rss', request, await params)
}
