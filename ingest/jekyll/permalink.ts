import { DateTime } from 'luxon'

export type PostName = {
  /** The day in the file's name, as `2021-12-08`; null for a file without one. */
  day: string | null
  /** The name without day and extension, case kept. */
  slug: string
}

/** Jekyll's own pattern for the name of a post. */
export function readPostName(fileName: string): PostName {
  const stem = fileName.replace(/\.[^.]+$/, '')
  const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/.exec(stem)
  return dated ? { day: dated[1] ?? null, slug: dated[2] ?? '' } : { day: null, slug: stem.replace(/^-+/, '') }
}

const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

export type Permalink = { style: string; categories: string[]; slug: string; date: Date; zone: string }

/**
 * The path Jekyll 4.3 gives a post, percent-decoded. `style` is a name Jekyll knows or a template; unknown placeholders stay as
 * they are, and an empty part of the path is left out.
 */
export function postPath({ style, categories, slug, date, zone }: Permalink): string {
  const at = DateTime.fromJSDate(date, { zone }).setLocale('en')
  const values: Record<string, () => string> = {
    categories: () => [...new Set(categories.map((category) => category.toLowerCase()))].join('/'),
    slugified_categories: () => [...new Set(categories.map((category) => slugify(category).toLowerCase()))].join('/'),
    title: () => slugify(slug),
    slug: () => slugify(slug).toLowerCase(),
    output_ext: () => '.html',
    ...Object.fromEntries(Object.entries(dateParts).map(([name, format]) => [name, () => at.toFormat(format)])),
  }
  const template = styles[style] ?? style
  const filled = template.replace(/:([a-z_]+)/g, (whole, name: string) => {
    // `:titleless` is no placeholder, but `:title:output_ext` is two: the longest known name wins.
    const known = Object.keys(values).filter((key) => name.startsWith(key)).sort((a, b) => b.length - a.length)[0]
    return known === undefined ? whole : `${values[known]?.()}${name.slice(known.length)}`
  })
  return `/${filled}`.replace(/\/{2,}/g, '/')
}

const dateParts = {
  year: 'yyyy', month: 'MM', day: 'dd', hour: 'HH', minute: 'mm', second: 'ss', short_year: 'yy', i_month: 'L', i_day: 'd', y_day: 'ooo',
  short_month: 'LLL', long_month: 'LLLL', week: 'WW', w_year: 'kkkk', w_day: 'c', short_day: 'ccc', long_day: 'cccc',
}

/** Jekyll's `slugify` in its pretty mode, case kept: letters, digits and what a path may hold stay, runs of all else become a hyphen. */
export function slugify(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '')
}

/** Categories as Jekyll reads them: a string splits at white space, a list does not. */
export function readCategories(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean)
  return Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string' && part !== '') : []
}
