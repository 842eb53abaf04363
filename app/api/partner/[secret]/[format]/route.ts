import { afterIn, correctionHeading, feedAnswer } from '@/app/feed-answer'
import { readerWords } from '@/messages/words'
import { feedFormats } from '@/portal/feeds/feed'
import { readPartnerFeed } from '@/portal/feeds/read-partner-feed'
import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ secret: string; format: string }> }

/** A partner's own feed, at an address that is the secret. Whatever is wrong with it, the answer is the same. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { secret, format: asked } = await params
  const { site } = await readSite()
  const words = readerWords(site.language)
  const format = feedFormats.find((one) => one === asked)
  const wanted = { secret, after: afterIn(request), correctionHeading: correctionHeading(site, words), at: new Date() }
  const feed = format ? await readPartnerFeed({ ...wanted, format }) : null
  return feedAnswer(feed, words.noPartnerFeed)
}
