import type { ReactNode } from 'react'
import { Colophon } from '@/components/masthead/colophon'
import { Masthead } from '@/components/masthead/masthead'
import { newspaper } from './newspaper'

/** A reader's page: the masthead above, the imprint below. `path` is its own address; a preview has none. */
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
  return (
    <>
      <Masthead site={site} words={words} nav={nav} lists={lists} now={now} current={current} slim={slim} path={path} />
      {children}
      <Colophon site={site} words={words} nav={nav} lists={lists} path={path} />
    </>
  )
}
