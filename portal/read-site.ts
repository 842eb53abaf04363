import { env } from '@/env'
import type { CategoryName } from '@/newsroom/category'
import type { Lists, Site } from '@/newsroom/site'
import { findCategory } from '@/store/categories'
import { hasCorrections } from '@/store/corrections'
import { database } from '@/store/database'
import { listLeadingCategories } from '@/store/leading'
import { hasFlashes } from '@/store/published'
import { readSettings } from '@/store/settings'
import { dependOn, pageContext } from './page-context'

export const leadingCategories = 12

/** A category that leads, by its number too, for lists of what stands in it. */
export type LeadingCategory = CategoryName & { id: number }

/** What every page shows of the newspaper, and nothing that changes with an article. */
export type ReadSite = { site: Site; nav: CategoryName[]; leading: LeadingCategory[]; lists: Lists }

let known: { edition: number; site: Promise<ReadSite> } | undefined

/**
 * The newspaper as every page shows it: its name and imprint, and the dozen categories that rank first. Read once for all pages until it
 * changes, where somebody hears of that; it was a sixth of the work of an article.
 */
export function readSite(): Promise<ReadSite> {
  dependOn('site')
  const edition = pageContext()?.siteEdition() ?? null
  if (edition === null) return readNow()
  if (known?.edition !== edition) {
    const fresh = { edition, site: readNow() }
    known = fresh
    fresh.site.catch(() => {
      if (known === fresh) known = undefined
    })
  }
  return known.site
}

async function readNow(): Promise<ReadSite> {
  const db = await database(env.databaseUrl)
  const { settings } = await readSettings(db)
  const { frontCategories, ...rest } = settings
  const chosen = (
    await Promise.all(frontCategories.slice(0, leadingCategories).map((slug) => findCategory(db, slug)))
  ).filter((category) => category !== null)
  const leading = chosen.length > 0 ? chosen : await listLeadingCategories(db, leadingCategories)
  return {
    site: { ...rest, origin: env.siteUrl, zone: env.zone },
    nav: leading.map(({ slug, name }) => ({ slug, name })),
    leading: leading.map(({ id, slug, name }) => ({ id, slug, name })),
    lists: { flashes: await hasFlashes(db), corrections: await hasCorrections(db) },
  }
}
