import { correctionsFeed } from '../corrections-feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return correctionsFeed('rss', request)
}
