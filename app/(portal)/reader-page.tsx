import type { ReactNode } from 'react'
import { Colophon } from '@/components/masthead/colophon'
import { Masthead } from '@/components/masthead/masthead'
import { insideHtml } from '@/components/ui/inside-html'
import { pageContext } from '@/portal/page-context'
import { leadTo } from './lead-to'
import { newspaper } from './newspaper'

/** A reader's page: the masthead above, the imprint below. `path` is its own address, which a folder's way of writing it leads to; a preview has none. */
export async function ReaderPage({
  current,
  slim = true,
  path,
  children,
}: {
  current?: string
  slim?: boolean
  path?: string
  children: ReactNode
}) {
  const { site, words, nav, lists, now } = await newspaper()
  // An old site's folders are the ledger's, and were answered before.
  if (path && pageContext()?.path === `${path}/`) leadTo(path)
  return insideHtml(
    <>
      <Masthead site={site} words={words} nav={nav} lists={lists} now={now} current={current} slim={slim} path={path} />
      {children}
      <Colophon site={site} words={words} nav={nav} lists={lists} path={path} />
    </>,
  )
}
