import type { Metadata } from 'next'
import { cache } from 'react'
import { ArchiveDayPage } from '@/components/article/archive-day-page'
import { dateInWords } from '@/components/ui/calendar'
import { archivePathOf, olderArchivePath, readArchiveDate } from '@/newsroom/archive'
import { readArchiveDay } from '@/portal/read-archive'
import Address, { generateMetadata as headOfAddress } from '../../../../[...path]/page'
import { afterIn } from '../../../../after-in'
import { listCard } from '../../../../list-card'
import { missing, MissingPage } from '../../../../missing-page'
import { newspaper } from '../../../../newspaper'
import { olderAddress } from '../../../../older-address'
import { ReaderPage } from '../../../../reader-page'

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
  const other = await olderAddress(own)
  if (other) return headOfAddress(other)
  const { site, words } = await newspaper()
  const page = await read(date, after)
  if (!date || !page) return missing(words)
  const title = words.archive.ofDay(dateInWords(date, site.language))
  const card = {
    path: own,
    title,
    description: `${site.name} · ${title}`,
    list: { path: own, name: title },
  }
  const older = after === null ? null : { path, newest: page.articles[0]?.publishedAt }
  return listCard({ site, words }, card, older)
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
