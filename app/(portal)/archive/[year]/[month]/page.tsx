import type { Metadata } from 'next'
import { cache } from 'react'
import { ArchiveMonthPage } from '@/components/article/archive-month-page'
import { dateInWords } from '@/components/ui/calendar'
import { archivePathOf, readArchiveDate } from '@/newsroom/archive'
import { readArchiveMonth } from '@/portal/read-archive'
import Address, { generateMetadata as headOfAddress } from '../../../[...path]/page'
import { missing, MissingPage } from '../../../missing-page'
import { newspaper } from '../../../newspaper'
import { olderAddress } from '../../../older-address'
import { ReaderPage } from '../../../reader-page'
import { shareCard } from '../../../share-card'

type Props = { params: Promise<{ year: string; month: string }> }

const read = cache(async (year: string, month: string) =>
  readArchiveDate(year, month) ? readArchiveMonth(`${year}-${month}`) : null,
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month } = await params
  const path = archivePathOf(`${year}-${month}`)
  const older = await olderAddress(path)
  if (older) return headOfAddress(older)
  const { site, words } = await newspaper()
  if (!(await read(year, month))) return missing(words)
  const title = words.archive.ofMonth(dateInWords(`${year}-${month}`, site.language))
  return shareCard(site, { path, title, description: `${site.name} · ${title}`, list: { path, name: title } })
}

export default async function ArchiveMonth({ params }: Props) {
  const { year, month } = await params
  const path = archivePathOf(`${year}-${month}`)
  const older = await olderAddress(path)
  if (older) return <Address {...older} />
  const { site, words } = await newspaper()
  const page = await read(year, month)
  if (!page) return <MissingPage />
  return (
    <ReaderPage path={path}>
      <ArchiveMonthPage {...page} site={site} words={words} />
    </ReaderPage>
  )
}
