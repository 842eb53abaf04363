import type { Metadata } from 'next'
import { cache } from 'react'
import { CorrectionsPage } from '@/components/article/corrections-page'
import { correctionsPath, olderCorrectionsPath } from '@/newsroom/correction'
import { readCorrections } from '@/portal/read-corrections'
import Address, { generateMetadata as headOfAddress } from '../[...path]/page'
import { afterIn } from '../after-in'
import { listCard } from '../list-card'
import { missing, MissingPage } from '../missing-page'
import { newspaper } from '../newspaper'
import { olderAddress } from '../older-address'
import { ReaderPage } from '../reader-page'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

const read = cache(readCorrections)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const other = await olderAddress(correctionsPath)
  if (other) return headOfAddress(other)
  const after = afterIn((await searchParams).after)
  const { site, words } = await newspaper()
  const page = await read(after)
  if (!page) return missing(words)
  const card = {
    path: correctionsPath,
    title: words.corrections,
    description: words.correctionsLead,
    list: { path: correctionsPath, name: words.corrections },
  }
  const older = after === null ? null : { path: olderCorrectionsPath(after), newest: page.corrections[0]?.at }
  return listCard({ site, words }, card, older)
}

export default async function Corrections({ searchParams }: Props) {
  const older = await olderAddress(correctionsPath)
  if (older) return <Address {...older} />
  const after = afterIn((await searchParams).after)
  const { site, words } = await newspaper()
  const page = await read(after)
  if (!page) return <MissingPage />
  return (
    <ReaderPage path={after === null ? correctionsPath : olderCorrectionsPath(after)}>
      <CorrectionsPage {...page} isFirst={after === null} site={site} words={words} />
    </ReaderPage>
  )
}
