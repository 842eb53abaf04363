import type { Metadata } from 'next'
import { ArchivePage } from '@/components/article/archive-page'
import { archivePath } from '@/newsroom/archive'
import { readArchive } from '@/portal/read-archive'
import { cache } from 'react'
import Address, { generateMetadata as headOfAddress } from '../[...path]/page'
import { missing, MissingPage } from '../missing-page'
import { newspaper } from '../newspaper'
import { olderAddress } from '../older-address'
import { ReaderPage } from '../reader-page'
import { shareCard } from '../share-card'

const read = cache(readArchive)

export async function generateMetadata(): Promise<Metadata> {
  const older = await olderAddress(archivePath)
  if (older) return headOfAddress(older)
  const { site, words } = await newspaper()
  if ((await read()).length === 0) return missing(words)
  return shareCard(site, { path: archivePath, title: words.byDay, description: `${site.name} · ${words.byDay}` })
}

export default async function Archive() {
  const older = await olderAddress(archivePath)
  if (older) return <Address {...older} />
  const { site, words } = await newspaper()
  const months = await read()
  if (months.length === 0) return <MissingPage />
  return (
    <ReaderPage path={archivePath}>
      <ArchivePage months={months} site={site} words={words} />
    </ReaderPage>
  )
}
