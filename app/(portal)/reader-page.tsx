import type { ReactNode } from 'react'
import { Colophon } from '@/components/masthead/colophon'
import { Masthead } from '@/components/masthead/masthead'
import { newspaper } from './newspaper'

/** A reader's page: the masthead above, the imprint below. */
export async function ReaderPage({
  current,
  slim = true,
  children,
}: {
  current?: string
  slim?: boolean
  children: ReactNode
}) {
  const { site, words, nav, now } = await newspaper()
  return (
    <>
      <Masthead site={site} words={words} nav={nav} now={now} current={current} slim={slim} />
      {children}
      <Colophon site={site} words={words} nav={nav} />
    </>
  )
}
