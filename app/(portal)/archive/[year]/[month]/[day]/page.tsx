import type { Metadata } from 'next'
import { cache } from 'react'
import { ArchiveDayPage } from '@/components/article/archive-day-page'
import { dateInWords } from '@/components/ui/calendar'
import { archivePathOf, olderArchivePath, readArchiveDate } from '@/newsroom/archive'
import { readArchiveDay } from '@/portal/read-archive'
import Address, { generateMetadata as headOfAddress } from '../../../../[...path]/page'
import { afterIn } from '../../../../after-in'
import { missing, MissingPage } from '../../../../missing-page'
import { newspaper } from '../../../../newspaper'
import { olderAddress } from '../../../../older-address'
import { ReaderPage } from '../../../../reader-page'
import { shareCard } from '../../../../share-card'

type Props = {
  params: Promise<{ year: string; month: string; day: string }>
  searchParams: Promise<{ after?: string | string[] }>
}

const read = cache(async (day: string | null, after: number | null) => day && readArchiveDay(day, after))

async function asked({ params, searchParams }: Props) {
  const { year, month, day } = await params
  const after = afterIn((await searchParams).after)
  const date = readArchiveDate(year, month, day)
  const own = archivePathOf(`${year}-${month}-${day}`)
  return { date, after, own, path: date && after !== null ? olderArchivePath(date, after) : own }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { date, after, own, path } = await asked(props)
  const older = await olderAddress(own)
  if (older) return headOfAddress(older)
  const { site, words } = await newspaper()
  if (!date || !(await read(date, after))) return missing(words)
  const title = words.archive.ofDay(dateInWords(date, site.language))
  const card = shareCard(site, {
    path: own,
    title,
    description: `${site.name} · ${title}`,
    list: { path: own, name: title },
  })
  // An older page stands for itself: it is not another copy of the first one.
  return { ...card, alternates: { ...card.alternates, canonical: `${site.origin}${path}` } }
}

export default async function ArchiveDay(props: Props) {
  const { date, after, own, path } = await asked(props)
  const older = await olderAddress(own)
  if (older) return <Address {...older} />
  const { site, nav, words, now } = await newspaper()
  const page = await read(date, after)
  if (!page) return <MissingPage />
  return (
    <ReaderPage path={path}>
      <ArchiveDayPage {...page} nav={nav} site={site} words={words} now={now} />
    </ReaderPage>
  )
}
