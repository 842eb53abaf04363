import type { Metadata } from 'next'
import { cache } from 'react'
import { CorrectionsPage } from '@/components/article/corrections-page'
import { correctionsPath, olderCorrectionsPath } from '@/newsroom/correction'
import { readCorrections } from '@/portal/read-corrections'
import Address, { generateMetadata as headOfAddress } from '../[...path]/page'
import { afterIn } from '../after-in'
import { missing, MissingPage } from '../missing-page'
import { newspaper } from '../newspaper'
import { olderAddress } from '../older-address'
import { ReaderPage } from '../reader-page'
import { shareCard } from '../share-card'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

const read = cache(readCorrections)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const older = await olderAddress(correctionsPath)
  if (older) return headOfAddress(older)
  const after = afterIn((await searchParams).after)
  const { site, words } = await newspaper()
  if (!(await read(after))) return missing(words)
  const card = shareCard(site, {
    path: correctionsPath,
    title: words.corrections,
    description: words.correctionsLead,
    list: { path: correctionsPath, name: words.corrections },
  })
  // An older page stands for itself: it is not another copy of the first one.
  const path = after === null ? correctionsPath : olderCorrectionsPath(after)
  return { ...card, alternates: { ...card.alternates, canonical: `${site.origin}${path}` } }
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
