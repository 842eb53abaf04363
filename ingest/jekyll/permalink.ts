import { DateTime } from 'luxon'

export type PostName = {
  /** The day in the file's name, as `2021-12-08`; null for a file without one. */
  day: string | null
  /** The name without day and extension, case kept. */
  slug: string
  /** The name without extension. */
  stem: string
  /** With its dot. Jekyll keeps that of a file it does not convert. */
  extension: string
}

/** Jekyll's own pattern for the name of a post. */
export function readPostName(fileName: string): PostName {
  const extension = /\.[^.]+$/.exec(fileName)?.[0] ?? ''
  const stem = fileName.slice(0, fileName.length - extension.length).replace(/\.+$/, '')
  const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/.exec(stem)
  return { stem, extension, day: dated?.[1] ?? null, slug: dated?.[2] ?? stem.replace(/^-+/, '') }
}

const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

export type Permalink = {
  /** A name that Jekyll knows, or a template. */
  style: string
  categories: string[]
  slug: string
  date: Date
  zone: string
  /** The file's name without extension, and its folder and name as `:path` has them. */
  stem?: string
  extension?: string
}

/**
 * The path Jekyll 4.3 gives a post, percent-decoded; unknown placeholders stay as they are, and an empty part of the path is left out.
 */
export function postPath({ style, ...permalink }: Permalink): string {
  return templatePath(styles[style] ?? style, permalink)
}

/** The same for a template that stands in a post's own front matter, where names of styles mean nothing. */
export function templatePath(
  template: string,
  { categories, slug, date, zone, stem = slug, extension = '.html' }: Omit<Permalink, 'style'>,
): string {
  const at = DateTime.fromJSDate(date, { zone }).setLocale('en')
  const values: Record<string, () => string> = {
    categories: () => [...new Set(categories.map((category) => category.toLowerCase()))].join('/'),
    slugified_categories: () => [...new Set(categories.map(plainSlug))].join('/'),
    title: () => slugify(slug),
    slug: () => plainSlug(slug),
    name: () => plainSlug(stem),
    path: () => stem,
    collection: () => 'posts',
    output_ext: () => (/^\.html?$/i.test(extension) ? extension : '.html'),
    ...Object.fromEntries(Object.entries(dateParts).map(([name, format]) => [name, () => at.toFormat(format)])),
  }
  const filled = template.replace(/:([a-z_]+)/g, (whole, name: string) => {
    // `:titleless` is no placeholder, but `:title:output_ext` is two: the longest known name wins.
    const known = Object.keys(values)
      .filter((key) => name.startsWith(key))
      .sort((a, b) => b.length - a.length)[0]
    return known === undefined ? whole : `${values[known]?.()}${name.slice(known.length)}`
  })
  return sanitizePath(decode(filled))
}

const dateParts = {
  year: 'yyyy',
  month: 'MM',
  day: 'dd',
  hour: 'HH',
  minute: 'mm',
  second: 'ss',
  short_year: 'yy',
  i_month: 'L',
  i_day: 'd',
  y_day: 'ooo',
  short_month: 'LLL',
  long_month: 'LLLL',
  week: 'WW',
  w_year: 'kkkk',
  w_day: 'c',
  short_day: 'ccc',
  long_day: 'cccc',
}

/** Jekyll's `slugify` in its pretty mode, case kept: letters, digits and what a path may hold stay, runs of all else become a hyphen. */
export function slugify(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '')
}

/** Jekyll's `slugify` in its default mode: nothing but letters and digits, in lower case. */
function plainSlug(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
}

/** No path of Jekyll's climbs: two dots are a slash to it, and a dot before a slash is nothing. */
function sanitizePath(path: string): string {
  return `/${path}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Categories as Jekyll reads them: a string splits at white space of ASCII, a list does not, and `category` comes after `categories`. */
export function readCategories(plural: unknown, singular?: unknown): string[] {
  const many = typeof plural === 'string' ? plural.split(/[ \t\r\n\f\v]+/) : listOf(plural)
  return [...many, ...(typeof singular === 'string' ? [singular] : listOf(singular))].filter(
    (category) => category !== '',
  )
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : []
}
