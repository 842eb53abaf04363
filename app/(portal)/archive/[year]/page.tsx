import type { Metadata } from 'next'
import { cache } from 'react'
import { ArchiveYearPage } from '@/components/article/archive-year-page'
import { dateInWords } from '@/components/ui/calendar'
import { archivePathOf, readArchiveDate } from '@/newsroom/archive'
import { readArchiveYear } from '@/portal/read-archive'
import Address, { generateMetadata as headOfAddress } from '../../[...path]/page'
import { missing, MissingPage } from '../../missing-page'
import { newspaper } from '../../newspaper'
import { olderAddress } from '../../older-address'
import { ReaderPage } from '../../reader-page'
import { shareCard } from '../../share-card'

type Props = { params: Promise<{ year: string }> }

const read = cache(async (year: string) => (readArchiveDate(year) ? readArchiveYear(year) : null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year } = await params
  const older = await olderAddress(archivePathOf(year))
  if (older) return headOfAddress(older)
  const { site, words } = await newspaper()
  if (!(await read(year))) return missing(words)
  const title = words.archive.ofYear(dateInWords(year, site.language))
  const path = archivePathOf(year)
  return shareCard(site, { path, title, description: `${site.name} · ${title}`, list: { path, name: title } })
}

export default async function ArchiveYear({ params }: Props) {
  const { year } = await params
  const older = await olderAddress(archivePathOf(year))
  if (older) return <Address {...older} />
  const { site, words } = await newspaper()
  const page = await read(year)
  if (!page) return <MissingPage />
  return (
    <ReaderPage path={archivePathOf(year)}>
      <ArchiveYearPage {...page} site={site} words={words} />
    </ReaderPage>
  )
}
