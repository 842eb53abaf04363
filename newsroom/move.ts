import { newAddress } from './address'
import { type Act, type Article, isAheadOfReaders } from './article'
import { refuseUnfitSlug } from './copy-limits'
import { dayOf } from './moment'
import { authorise } from './policy'
import { Refusal } from './refusal'
import { refuseClosed } from './revise'

export type Move = {
  /** The name in the address; null for the article's number. */
  slug: string | null
  /** Its place in every list, and the day in its address. */
  publishedAt: Date
}

/**
 * Gives a published article another address, or another place in the lists at the one it has: a new version that readers see at once. The
 * category is the one it stands in. The store claims the path, and refuses one that was ever another's.
 */
export function move(
  article: Article,
  { slug, publishedAt }: Move,
  { by, at, zone }: Act & { /** The site's: its day is the one in the address. */ zone: string },
): Article {
  authorise(by, 'move', article)
  const stands = standingOf(article)
  // A move publishes; what readers are to see next is not this act's to decide.
  if (isAheadOfReaders(article)) throw new Refusal('ahead-of-readers')
  // Imported copy may be longer than the desk would write it; where it stands is all that is judged here.
  if (slug !== null) refuseUnfitSlug(slug)
  refuseUnfitMoment(publishedAt, { at, zone })
  const copy = { ...article.copy, slug }
  const path = newAddress({ id: article.id, category: copy.category, slug, publishedAt }, zone)
  if (path === stands.path && publishedAt.getTime() === stands.publishedAt.getTime()) throw new Refusal('address-same')
  const version = article.version + 1
  return { ...article, version, publishedVersion: version, copy, publishedAt, path, updatedAt: at, updatedBy: by }
}

/** Where readers find an article. Throws a Refusal for one that they cannot find: there is nowhere to move it from. */
export function standingOf(article: Article): { path: string; publishedAt: Date } {
  refuseClosed(article)
  const { status, path, publishedAt } = article
  if (status !== 'published' || path === null || publishedAt === null) throw new Refusal('never-published')
  return { path, publishedAt }
}

/** An address has four digits for the year, and what readers see has happened. */
function refuseUnfitMoment(publishedAt: Date, { at, zone }: { at: Date; zone: string }): void {
  if (Number.isNaN(publishedAt.getTime()) || dayOf(publishedAt, zone).year < 1000) throw new Refusal('moment-shape')
  if (publishedAt > at) throw new Refusal('moment-future')
}
