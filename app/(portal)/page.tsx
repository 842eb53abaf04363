import type { Metadata } from 'next'
import { FrontPage } from '@/components/front/front-page'
import { readLatestCorrection } from '@/portal/read-corrections'
import { readFront } from '@/portal/read-front'
import { newspaper } from './newspaper'
import { ReaderPage } from './reader-page'
import { shareCard } from './share-card'

export async function generateMetadata(): Promise<Metadata> {
  const { site } = await newspaper()
  // Who puts the newspaper beside other applications does so from its front; no other page need carry the link.
  return {
    ...shareCard(site, { path: '/', title: site.name, description: site.description }),
    manifest: '/manifest.webmanifest',
  }
}

export default async function Front() {
  const { site, leading, lists, words, now } = await newspaper()
  const front = await readFront({ leading, facts: site.facts })
  const corrected = lists.corrections ? await readLatestCorrection(now) : null
  return (
    <ReaderPage current="home" slim={false} path="/">
      <FrontPage front={front} newest={front.newest} corrected={corrected} site={site} words={words} now={now} />
    </ReaderPage>
  )
}
