import { searchFeed } from '../search-feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return searchFeed('atom', request)
}
