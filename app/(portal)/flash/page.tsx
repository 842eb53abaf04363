import type { Metadata } from 'next'
import { cache } from 'react'
import { FlashPage } from '@/components/article/flash-page'
import { flashPath, olderFlashPath } from '@/newsroom/flash'
import { readFlashes } from '@/portal/read-flash'
import Address, { generateMetadata as headOfAddress } from '../[...path]/page'
import { afterIn } from '../after-in'
import { missing, MissingPage } from '../missing-page'
import { newspaper } from '../newspaper'
import { olderAddress } from '../older-address'
import { ReaderPage } from '../reader-page'
import { shareCard } from '../share-card'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

const read = cache(async (after: number | null) => readFlashes(after, (await newspaper()).now))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const older = await olderAddress(flashPath)
  if (older) return headOfAddress(older)
  const after = afterIn((await searchParams).after)
  const { site, words } = await newspaper()
  if (!(await read(after))) return missing(words)
  const card = shareCard(site, {
    path: flashPath,
    title: words.flashes,
    description: `${site.name} · ${words.flashes} · ${words.flash.round}`,
    list: { path: flashPath, name: words.flashes },
  })
  // An older page stands for itself: it is not another copy of the first one.
  const path = after === null ? flashPath : olderFlashPath(after)
  return { ...card, alternates: { ...card.alternates, canonical: `${site.origin}${path}` } }
}

export default async function Flash({ searchParams }: Props) {
  const older = await olderAddress(flashPath)
  if (older) return <Address {...older} />
  const after = afterIn((await searchParams).after)
  const { site, words, now } = await newspaper()
  const page = await read(after)
  if (!page) return <MissingPage />
  return (
    <ReaderPage current="flash" path={after === null ? flashPath : olderFlashPath(after)}>
      <FlashPage {...page} site={site} words={words} now={now} />
    </ReaderPage>
  )
}
