import type { Metadata } from 'next'
import type { ReaderWords } from '@/messages/words'
import { exactTime } from '@/newsroom/moment'
import type { Site } from '@/newsroom/site'
import { type Card, shareCard } from './share-card'

/** What is shown for a page of a list. An older one stands for itself: an address and a title of its own, since it is no copy of the first page. */
export function listCard(
  { site, words }: { site: Site; words: ReaderWords },
  card: Card,
  older: { path: string; newest: Date | undefined } | null,
): Metadata {
  if (!older) return shareCard(site, card)
  const title = older.newest ? words.upTo(card.title, exactTime(older.newest, site.zone, site.language)) : card.title
  const own = shareCard(site, { ...card, title })
  const url = site.origin + older.path
  return { ...own, alternates: { ...own.alternates, canonical: url }, openGraph: { ...own.openGraph, url } }
}
