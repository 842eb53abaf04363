import { readSuggestions } from '@/portal/read-suggestions'

export const dynamic = 'force-dynamic'

/** What a search box asks as one types in it. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await readSuggestions(new URL(request.url).searchParams.get('q') ?? ''))
}
