import { categoryFeed } from '../category-feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return categoryFeed('rss', request, (await params).slug)
}
