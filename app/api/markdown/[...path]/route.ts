import { correctionHeading } from '@/app/feed-answer'
import { readerWords } from '@/messages/words'
import { decodePath, encodePath } from '@/newsroom/address'
import { readMarkdown } from '@/portal/markdown/read-markdown'
import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

/** An article as Markdown, at its own address with `.md` for its ending. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const { site } = await readSite()
  const words = readerWords(site.language)
  const path = decodePath(`/${(await params).path.join('/')}`)
  const found = path === null ? { is: 'missing' as const } : await readMarkdown(path, correctionHeading(site, words))
  if (found.is === 'text') {
    // The page is what search engines are to show; the same words twice would be one too many.
    const link = `<${site.origin}${encodePath(found.page)}>; rel="canonical"`
    const headers = { 'content-type': 'text/markdown; charset=utf-8', link }
    return new Response(found.text, { headers })
  }
  if (found.is === 'moved') return new Response(null, { status: 301, headers: { location: encodePath(found.to) } })
  if (found.is === 'gone') return answer(`${words.killedHeading}\n\n${found.reason}\n`, 410)
  return answer(`${words.noArticleHere}\n`, 404)
}

function answer(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
