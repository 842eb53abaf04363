import type { Metadata } from 'next'
import { cache } from 'react'
import Address, { generateMetadata as generateAddressMetadata } from '@/app/(portal)/[...path]/page'
import { missing, MissingPage } from '@/app/(portal)/missing-page'
import { newspaper } from '@/app/(portal)/newspaper'
import { newsroom } from '@/app/admin/newsroom'
import { PreviewedPage, previewNow } from '@/app/(preview)/previewed-page'
import type { PublishedText } from '@/newsroom/published-article'
import { Refusal } from '@/newsroom/refusal'
import { isPreviewSecret, isShowable } from '@/newsroom/share-preview'
import { findArticle } from '@/store/articles'
import { findPreviewed } from '@/store/preview-links'
import { secretHash } from '@/store/secrets'

type Props = { params: Promise<{ token: string }> }

/** The desk's newest text for whoever has the link; null for every other, whatever the reason. */
const findShown = cache(async (token: string): Promise<PublishedText | null> => {
  const { now } = await newspaper()
  const { db } = await newsroom()
  const id = await findPreviewed(db, secretHash(token), now)
  const article = id === null ? null : await findArticle(db, id)
  if (!article || !isShowable(article)) return null
  return previewNow(article).catch(refusalToNull)
})

/** Why a body cannot be shown is the desk's to know. */
function refusalToNull(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  if (!isPreviewSecret(token)) return generateAddressMetadata(addressOf(token))
  const { words, site } = await newspaper()
  const shown = await findShown(token)
  return shown
    ? { title: `${shown.headline} - ${site.name}`, robots: { index: false, follow: false }, referrer: 'no-referrer' }
    : missing(words)
}

export default async function SharedPreview({ params }: Props) {
  const { token } = await params
  if (!isPreviewSecret(token)) return <Address {...addressOf(token)} />
  const shown = await findShown(token)
  return shown ? <PreviewedPage shown={shown} preview="stranger" /> : <MissingPage />
}

function addressOf(token: string): { params: Promise<{ path: string[] }> } {
  return { params: Promise.resolve({ path: ['preview', token] }) }
}
