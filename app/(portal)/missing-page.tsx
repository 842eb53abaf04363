import type { Metadata } from 'next'
import { MissingNotice } from '@/components/article/notices'
import { dayInWords, noonOf } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePathOf } from '@/newsroom/archive'
import { pageContext } from '@/portal/page-context'
import { readNewestDays } from '@/portal/read-archive'
import { newspaper } from './newspaper'
import { ReaderPage } from './reader-page'

/** The head of a page that is not there. */
export function missing(words: ReaderWords): Metadata {
  return { title: words.missingHeading, robots: { index: false } }
}

/** A page that was never there: it says so, and helps. Next's own `notFound()` would leave that to a script. */
export async function MissingPage() {
  const { site, words, nav } = await newspaper()
  const days = (await readNewestDays(7)).map((day) => ({
    name: dayInWords(noonOf(day), 'UTC', site.language),
    path: archivePathOf(day),
  }))
  const context = pageContext()
  if (context?.status === 200) context.status = 404
  return (
    // There is no variant of nothing: large print starts from the front.
    <ReaderPage path="/">
      <MissingNotice words={words} nav={nav} days={days} />
    </ReaderPage>
  )
}
