import { parse } from 'yaml'
import { z } from 'zod'
import { isZone } from '@/newsroom/moment'

const words = z.union([z.string(), z.number()]).transform(String)
const orNone = <Value>(schema: z.ZodType<Value>) => schema.optional().catch(undefined)

const defaultsOfPosts = z.object({
  scope: z.object({ path: z.string().default(''), type: z.string().default('posts') }),
  values: z.object({ permalink: orNone(z.string()), categories: orNone(z.union([z.string(), z.array(words)])) }),
})

const ours = z.object({
  seal: words.default(''),
  imprint: z.array(words).default([]),
  legal: z.array(words).default([]),
  facts: z
    .array(z.object({ label: words, value: words, unit: words.default(''), note: words.default('') }))
    .default([]),
  categories: z
    .record(z.string(), z.union([z.string(), z.object({ name: z.string(), description: z.string().default('') })]))
    .default({}),
})

/** What the importer needs of `_config.yml`. Keys under `dibao:` are ours; the rest is Jekyll's. One wrong key loses no other. */
const config = z.object({
  title: orNone(words),
  description: orNone(words),
  lang: orNone(z.string()),
  url: orNone(z.string()),
  timezone: orNone(z.string().refine(isZone)),
  permalink: orNone(z.string().min(1)),
  collections: orNone(z.object({ posts: z.object({ permalink: z.string() }) })),
  defaults: z.array(z.unknown()).catch([]).default([]),
  dibao: orNone(ours),
})

export type SiteConfig = {
  title: string | null
  description: string
  language: string
  /** Names the site among others that may be brought in beside it. */
  key: string
  zone: string | null
  permalink: string
  /** Categories that every post has before its own. */
  categories: string | string[]
  dibao: z.infer<typeof ours> | null
}

/** Reads `_config.yml`; an absent or broken one gives Jekyll's defaults. */
export function readSiteConfig(text: string | null): SiteConfig {
  const parsed = config.safeParse(parseOrEmpty(text))
  const data = parsed.success ? parsed.data : config.parse({})
  const url = data.url && URL.canParse(data.url) ? new URL(data.url) : null
  const defaults = data.defaults.flatMap((given) => {
    const read = defaultsOfPosts.safeParse(given)
    return read.success && read.data.scope.type === 'posts' && read.data.scope.path === '' ? [read.data.values] : []
  })
  return {
    title: data.title ?? null,
    description: data.description ?? '',
    language: data.lang ?? 'zh-CN',
    key: url?.host ?? '',
    zone: data.timezone ?? null,
    permalink:
      defaults.findLast(({ permalink }) => permalink)?.permalink ??
      data.collections?.posts.permalink ??
      data.permalink ??
      'date',
    categories: defaults.findLast(({ categories }) => categories)?.categories ?? [],
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
