import type { Metadata } from 'next'
import Address, { generateMetadata as generateAddressMetadata } from '@/app/(portal)/[...path]/page'
import { missing, MissingPage } from '@/app/(portal)/missing-page'
import { newspaper } from '@/app/(portal)/newspaper'
import { PreviewedPage } from '@/app/(preview)/previewed-page'
import { isSecret } from '@/newsroom/secret'
import { findShown } from './find-shown'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  if (!isSecret(token)) return generateAddressMetadata(addressOf(token))
  const { words, site } = await newspaper()
  const shown = await findShown(token)
  return shown
    ? { title: `${shown.headline} - ${site.name}`, robots: { index: false, follow: false }, referrer: 'no-referrer' }
    : missing(words)
}

export default async function SharedPreview({ params }: Props) {
  const { token } = await params
  if (!isSecret(token)) return <Address {...addressOf(token)} />
  const shown = await findShown(token)
  return shown ? <PreviewedPage shown={shown} preview="stranger" /> : <MissingPage />
}

function addressOf(token: string): { params: Promise<{ path: string[] }> } {
  return { params: Promise.resolve({ path: ['preview', token] }) }
}
