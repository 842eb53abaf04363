import { authorise } from './policy'
import { Refusal } from './refusal'
import type { Staff } from './staff'

/** Somebody who gets our articles in a feed of their own, at an address that only they know. */
export type Partner = PartnerWish & { id: number; createdAt: Date; revokedAt: Date | null }

export type PartnerWish = {
  name: string
  /** How long after readers they get an article. */
  delayMinutes: number
  form: PartnerForm
  /** Slugs of the categories that they get; empty for all. */
  categories: string[]
}

/** Whether they get whole texts, or summaries that lead to ours. */
export const partnerForms = ['full', 'summary'] as const
export type PartnerForm = (typeof partnerForms)[number]

/** Minutes; at once unless somebody says otherwise. */
export const partnerDelays = ['0', '15', '60', '360', '1440'] as const

const longestName = 60
/** Each is a seek of its own for every page of the feed. */
const mostCategories = 50

/** What a partner is to get, made fit to be kept. Throws a Refusal for one without a name, or from somebody who may not. */
export function makePartner(wish: PartnerWish, { by }: { by: Staff }): PartnerWish {
  authorise(by, 'keep-partners')
  const name = wish.name.trim().replace(/\s+/g, ' ')
  if (name === '') throw new Refusal('partner-name-missing')
  const { length } = [...name]
  if (length > longestName) throw new Refusal('partner-name-long', { length, most: longestName })
  const categories = [...new Set(wish.categories)]
  if (categories.length > mostCategories)
    throw new Refusal('partner-categories', { count: categories.length, most: mostCategories })
  return { ...wish, name, categories }
}

/** The newest moment of what a partner gets at `at`. */
export function shownToPartner({ delayMinutes }: Pick<Partner, 'delayMinutes'>, at: Date): Date {
  return new Date(at.getTime() - delayMinutes * 60_000)
}

/** Where a partner's feed stands: `/partner/{secret}/feed.atom`. The address is the secret. */
export function partnerFeedPath(secret: string, format: string): string {
  return `/partner/${secret}/feed.${format}`
}
