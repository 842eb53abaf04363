import { parse } from 'yaml'
import { z } from 'zod'
import { isZone } from '@/newsroom/moment'

/** What the importer needs of `_config.yml`. Keys under `dibao:` are ours; the rest is Jekyll's. */
const config = z.looseObject({
  title: z.coerce.string().optional(),
  description: z.coerce.string().optional(),
  lang: z.string().optional(),
  url: z.string().optional(),
  timezone: z.string().refine(isZone).optional().catch(undefined),
  permalink: z.string().optional().catch(undefined),
  dibao: z
    .object({
      seal: z.string().default(''),
      imprint: z.array(z.string()).default([]),
      legal: z.array(z.string()).default([]),
      facts: z.array(z.object({ label: z.coerce.string(), value: z.coerce.string(), unit: z.coerce.string().default(''), note: z.coerce.string().default('') })).default([]),
      categories: z.record(z.string(), z.union([z.string(), z.object({ name: z.string(), description: z.string().default('') })])).default({}),
    })
    .optional(),
})

export type SiteConfig = {
  title: string | null
  description: string
  language: string
  /** Names the site among others that may be brought in beside it. */
  key: string
  zone: string | null
  permalink: string
  dibao: NonNullable<z.infer<typeof config>['dibao']> | null
}

/** Reads `_config.yml`; an absent or broken one gives Jekyll's defaults. */
export function readSiteConfig(text: string | null): SiteConfig {
  const parsed = config.safeParse(parseOrEmpty(text))
  const data = parsed.success ? parsed.data : {}
  const url = data.url && URL.canParse(data.url) ? new URL(data.url) : null
  return {
    title: data.title ?? null,
    description: data.description ?? '',
    language: data.lang ?? 'zh-CN',
    key: url?.host ?? '',
    zone: data.timezone ?? null,
    permalink: data.permalink ?? 'date',
    dibao: data.dibao ?? null,
  }
}

function parseOrEmpty(text: string | null): unknown {
  try {
    return (text && parse(text)) ?? {}
  } catch {
    return {}
  }
}
