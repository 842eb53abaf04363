import { env } from '@/env'
import type { CategoryName } from '@/newsroom/category'
import type { Site } from '@/newsroom/site'
import { findCategory, type RankedCategory } from '@/store/categories'
import { database } from '@/store/database'
import { listLeadingCategories } from '@/store/leading'
import { readSettings } from '@/store/settings'
import { dependOn } from './page-context'

export const leadingCategories = 12

/** The newspaper as every page shows it: its name and imprint, and the dozen categories that rank first. */
export async function readSite(): Promise<{ site: Site; nav: CategoryName[]; leading: RankedCategory[] }> {
  dependOn('site')
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
    leading,
  }
}
