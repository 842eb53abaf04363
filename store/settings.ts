import { z } from 'zod'
import type { Fact } from '@/newsroom/site'
import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { saveSetting } from './save-setting'

/** What the desk says of the newspaper. */
export type SiteSettings = {
  name: string
  description: string
  language: string
  seal: string
  imprint: string[]
  legal: string[]
  facts: Fact[]
  /** Slugs of the categories on the front, in order; empty lets the ranks and the busiest of late decide. */
  frontCategories: string[]
}

const fact = z.object({ label: z.string(), value: z.string(), unit: z.string(), note: z.string() })
const settings = z.object({
  name: z.string(),
  description: z.string(),
  language: z.string(),
  seal: z.string(),
  imprint: z.array(z.string()),
  legal: z.array(z.string()),
  facts: z.array(fact),
  frontCategories: z.array(z.string()),
}) satisfies z.ZodType<SiteSettings>

export const firstSettings: SiteSettings = {
  name: '邸报',
  description: '',
  language: 'zh-CN',
  seal: '',
  imprint: [],
  legal: [],
  facts: [],
  frontCategories: [],
}
const key = 'site'

/** The newspaper's settings and their version, 0 while nobody has saved any. */
export async function readSettings(db: Database | Transaction): Promise<{ settings: SiteSettings; version: number }> {
  const row = await db.setting.findUnique({ where: { key } })
  return row ? { settings: settings.parse(row.value), version: row.version } : { settings: firstSettings, version: 0 }
}

/** Saves the settings; false when somebody saved since `seenVersion`. */
export async function saveSettings(
  db: Database,
  value: SiteSettings,
  { seenVersion, at }: { seenVersion: number; at: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if ((await readSettings(tx)).version !== seenVersion) return false
    await saveSetting(tx, key, { value, at, version: seenVersion + 1 })
    await appendChange(tx, { site: true }, { act: 'settings', at })
    return true
  })
}
