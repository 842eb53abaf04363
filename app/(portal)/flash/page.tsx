import type { Metadata } from 'next'
import { cache } from 'react'
import { FlashPage } from '@/components/article/flash-page'
import { flashPath, olderFlashPath } from '@/newsroom/flash'
import { readFlashes } from '@/portal/read-flash'
import Address, { generateMetadata as headOfAddress } from '../[...path]/page'
import { afterIn } from '../after-in'
import { listCard } from '../list-card'
import { missing, MissingPage } from '../missing-page'
import { newspaper } from '../newspaper'
import { olderAddress } from '../older-address'
import { ReaderPage } from '../reader-page'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

const read = cache(async (after: number | null) => readFlashes(after, (await newspaper()).now))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const other = await olderAddress(flashPath)
  if (other) return headOfAddress(other)
  const after = afterIn((await searchParams).after)
  const { site, words } = await newspaper()
  const page = await read(after)
  if (!page) return missing(words)
  const card = {
    path: flashPath,
    title: words.flashes,
    description: `${site.name} · ${words.flashes} · ${words.flash.round}`,
    list: { path: flashPath, name: words.flashes },
  }
  const older = after === null ? null : { path: olderFlashPath(after), newest: page.flashes[0]?.publishedAt }
  return listCard({ site, words }, card, older)
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
