import { flashFeed } from '../flash-feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return flashFeed('atom', request)
}
