import { createHash } from 'node:crypto'
import { authorsOf } from '@/newsroom/byline'
import type { Copy, Picture } from '@/newsroom/copy'
import type { IncomingArticle, OriginalFile } from '@/newsroom/incoming-article'
import { addDays } from '@/newsroom/moment'
import { longest, longestTag, mostTags } from '@/newsroom/copy-limits'
import { toReadersText } from '@/newsroom/published-article'
import { toReadersHtml } from '@/newsroom/readers-html'
import { categoryNameFrom } from './category-name'
import { type Fields, type FrontMatter, type Repair, readFrontMatter, textOf } from './front-matter'
import { headlineFrom, tidyHeadline } from './headline'
import { type JekyllDate, readJekyllDate, startOfDay, type ZonelessDates } from './jekyll-date'
import { type PostName, postPath, readCategories, readPostName, templatePath } from './permalink'
import { type Lifted, liftWireFurniture } from './wire-furniture'

export type PostFile = { path: string; bytes: Uint8Array }
export type PostRules = {
  siteKey: string
  categories?: string | string[]
  zone: string
  permalink: string
  zoneless: ZonelessDates
  pictureSizes: ReadonlyMap<string, PictureSize>
  shiftDays: number
}
export type PictureSize = { width: number; height: number }
export type ReadPost = { article: IncomingArticle; repairs: Repair[] }

/** Why a file cannot become an article, in words for the report. */
export class UnreadableFile extends Error {}

/** Bytes; a hundred times the longest report of the real site. */
const largestFile = 4_000_000
/** Bytes of an address or a category: no browser shows a longer one, and PostgreSQL cannot look one up. */
const longestKey = 2000
const noCategory = { slug: 'news', name: '未分类' }

/**
 * Makes an article of the files of one post: the one in `_posts`, the one in `old_post`, or both, which are then one article at
 * two addresses. Throws UnreadableFile, or a Refusal for a body that no page could show.
 */
export function toArticle(files: PostFile[], rules: PostRules): ReadPost {
  const file = files.find(({ path }) => isPost(path)) ?? files[0]
  if (!file) throw new Error('a post has at least one file')
  const { text, isRepaired } = decode(file)
  const matter = readFrontMatter(text) ?? withoutFrontMatter(text)
  const repairs: Repair[] = [...(isRepaired ? (['encoding'] as const) : []), ...matter.repairs]
  const name = readPostName(file.path.split('/').at(-1) ?? '')
  const wireCode = /^(?:NW)?(\d{18})$/.exec(name.slug)?.[1] ?? null

  const date = readDate(matter, { name, wireCode, rules })
  if (!date) throw new UnreadableFile('no date in the file or in its name')
  if (!date.given) repairs.push('date-missing')
  if (name.day === null && isPost(file.path)) repairs.push('name-missing')

  const lifted = liftWireFurniture(matter.body)
  const body = toReadersHtml(lifted.body, lifted.format)
  const given = tidyHeadline(textOf(matter.fields, 'title') ?? '')
  const headline = given || headlineFrom(body.text)
  if (!headline) throw new UnreadableFile('neither a title nor a text')
  if (!given) repairs.push('title-missing')

  const categories = categoriesOf(matter.fields, file.path, rules)
  const slug = categories[0]?.toLowerCase() ?? noCategory.slug
  const tags = readTags(matter.fields)
  const categoryName = categories.length === 0 ? noCategory.name : categoryNameFrom(tags[0], slug, lifted.medium)
  // The wire's one tag is its category over again; any other is a subject.
  const isWire =
    tags.length === 1 && (/新闻$/.test(tags[0] ?? '') || lifted.medium !== null || lifted.original !== null)
  let isCut = false
  const shorten: Shorten = (text, most) => {
    const fitting = cut(text, most)
    isCut ||= fitting !== text
    return fitting
  }
  const copy: Copy = {
    ...fieldsOfOurOwn(matter.fields, lifted, shorten),
    picture: pictureOf(matter.fields, rules.pictureSizes),
    headline: given ? shorten(given, longest.headline) : cut(headline, longest.headline),
    body: lifted.body,
    bodyFormat: lifted.format,
    category: slug,
    tags: isWire ? [] : tags.slice(0, mostTags).map((tag) => shorten(tag, longestTag)),
    kind: kindOf(matter.fields, lifted, body.text),
    slug: null,
  }
  if (isCut) repairs.push('text-cut')
  if (copy.tags.length < tags.length && !isWire) repairs.push('tags-cut')
  const meantPath = meantPathOf(matter.fields, { categories, name, date: date.asJekyll, rules })
  const path = name.day === null && isPost(file.path) ? null : jekyllPath(matter, { name, meantPath, rules })
  const otherPaths = [
    ...(path === null ? [] : [meantPath]),
    ...files.filter((other) => !isPost(other.path)).map((other) => pagePath(other.path)),
  ]
  const movedPaths = [...new Set(otherPaths)].filter((other) => other !== path)
  refuseLongKeys([path, ...movedPaths, slug])
  return {
    article: {
      originKey: `jekyll:${rules.siteKey}/${originName(file.path)}`,
      copy,
      readers: toReadersText(copy, body),
      publishedAt: date.meant,
      isPublic: textOf(matter.fields, 'published') !== 'false',
      path,
      movedPaths,
      wireCode,
      categoryName,
      originals: files.map(toOriginal),
    },
    repairs,
  }
}

function refuseLongKeys(keys: (string | null)[]): void {
  const long = keys.find((key) => key !== null && Buffer.byteLength(key) > longestKey)
  if (long)
    throw new UnreadableFile(`an address or a category of ${Buffer.byteLength(long)} bytes; ${longestKey} at most`)
}

/** `old_post/x.md` and `_posts/x.md` are one post: what they share is the name of it. */
export function originName(path: string): string {
  return path.replace(/(^|\/)(_posts|old_post)\//, '$1').replace(/\.[^.]+$/, '')
}

export function toOriginal({ path, bytes }: PostFile): OriginalFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function isPost(path: string): boolean {
  return /(^|\/)_posts\//.test(path)
}

/** Where Jekyll shows a page that is no post. */
function pagePath(path: string): string {
  return `/${path.replace(/\.[^./]+$/, '')}.html`
}

/** Front matter that Jekyll did not see gives a post no categories and the day of its name: that is the address it had. */
function jekyllPath(
  matter: FrontMatter,
  { name, meantPath, rules }: { name: PostName; meantPath: string; rules: PostRules },
): string {
  if (matter.seenByJekyll || name.day === null) return meantPath
  const date = startOfDay(name.day, rules.zone)
  return date
    ? postPath({
        style: rules.permalink,
        categories: [],
        slug: name.slug,
        date,
        zone: rules.zone,
        stem: name.stem,
        extension: name.extension,
      })
    : meantPath
}

function decode({ path, bytes }: PostFile): { text: string; isRepaired: boolean } {
  if (bytes.byteLength > largestFile) throw new UnreadableFile(`${bytes.byteLength} bytes; ${largestFile} at most`)
  if (bytes.includes(0)) throw new UnreadableFile(`${path} is not a text file`)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isRepaired: false }
  } catch {
    try {
      return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), isRepaired: true }
    } catch {
      throw new UnreadableFile('neither UTF-8 nor GB 18030')
    }
  }
}

function withoutFrontMatter(text: string): FrontMatter {
  return { fields: new Map(), body: text, repairs: ['no-front-matter'], seenByJekyll: false, quoted: new Set() }
}

type NameAndCode = { name: PostName; wireCode: string | null; rules: PostRules }

function readDate(
  { fields, quoted }: FrontMatter,
  { name, wireCode, rules }: NameAndCode,
): (JekyllDate & { given: boolean }) | null {
  const given = readJekyllDate(textOf(fields, 'date') ?? '', {
    zone: rules.zone,
    zoneless: rules.zoneless,
    isQuoted: quoted.has('date'),
  })
  if (given) return { ...shift(given, rules), given: true }
  const day = name.day ?? wireCode?.replace(/^(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3')
  const start = day ? startOfDay(day, rules.zone) : null
  return (
    start && { ...shift({ meant: start, asJekyll: start }, rules), given: name.day !== null && !fields.has('date') }
  )
}

/** A demonstration's dates move together, by whole days of the site's calendar. */
function shift({ meant, asJekyll }: JekyllDate, { shiftDays, zone }: PostRules): JekyllDate {
  return shiftDays === 0
    ? { meant, asJekyll }
    : { meant: addDays(meant, shiftDays, zone), asJekyll: addDays(asJekyll, shiftDays, zone) }
}

/** A folder around `_posts` is a category before those of the front matter, and the site's defaults come before both, as Jekyll has it. */
function categoriesOf(fields: Fields, path: string, { categories }: PostRules): string[] {
  const folders = isPost(path) ? (path.split('_posts/')[0] ?? '').split('/').filter(Boolean) : []
  return [
    ...folders,
    ...readCategories(categories),
    ...readCategories(fields.get('categories'), fields.get('category')),
  ]
}

type Meant = { categories: string[]; name: PostName; date: Date; rules: PostRules }

/** Where Jekyll puts a post whose front matter it sees. */
function meantPathOf(fields: Fields, { categories, name, date, rules }: Meant): string {
  const { stem, extension } = name
  const permalink = { categories, slug: textOf(fields, 'slug') ?? name.slug, date, zone: rules.zone, stem, extension }
  const own = textOf(fields, 'permalink')
  return own === undefined ? postPath({ style: rules.permalink, ...permalink }) : templatePath(own, permalink)
}

function readTags(fields: Fields): string[] {
  const value = fields.get('tags') ?? fields.get('tag')
  const tags =
    typeof value === 'string'
      ? value.split(/\s+/)
      : Array.isArray(value)
        ? value.filter((tag): tag is string => typeof tag === 'string')
        : []
  return [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))]
}

const longestFlash = 140

function kindOf(fields: Fields, lifted: Lifted, plain: string): Copy['kind'] {
  const given = textOf(fields, 'kind')
  if (given === 'flash' || given === 'story') return given
  const hasFigure = /<(?:img|table)\b|^!\[|^\|/m.test(lifted.body)
  return [...plain].length <= longestFlash && !hasFigure ? 'flash' : 'story'
}

function fieldsOfOurOwn(
  fields: Fields,
  lifted: Lifted,
  shorten: Shorten,
): Pick<Copy, 'kicker' | 'standfirst' | 'source' | 'byline' | 'editor' | 'urgent'> {
  const given = (key: string, most: number) => shorten(textOf(fields, key) ?? '', most) || null
  const name = lifted.medium ?? given('source', longest.byline)
  const address = lifted.original ?? given('source_url', 2000)
  const isWeb = address !== null && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
  const author = given('author', longest.byline)
  return {
    kicker: given('kicker', longest.kicker),
    standfirst:
      (lifted.standfirst && shorten(lifted.standfirst, longest.standfirst)) ??
      given('description', longest.standfirst) ??
      given('excerpt', longest.standfirst),
    source: name || isWeb ? { name, address: isWeb ? address : null } : null,
    byline: authorsOf(author).length > 0 ? author : null,
    editor: (lifted.editor && shorten(lifted.editor, longest.editor)) ?? given('editor', longest.editor),
    urgent: textOf(fields, 'urgent') === 'true',
  }
}

/** Has a text fit, and tells of it where it did not. */
type Shorten = (text: string, most: number) => string

/** What is longer than the desk could save is cut; the file itself is kept whole. */
function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** `image:` as Jekyll's own SEO plugin has it, a path or a map with `path`, and our keys beside it. */
function pictureOf(fields: Fields, sizes: PostRules['pictureSizes']): Picture | null {
  const image = fields.get('image')
  const address =
    typeof image === 'string' ? textOf(fields, 'image') : image instanceof Map ? textOf(image, 'path') : undefined
  if (!address || !/^(?:https?:\/\/|\/(?![/\\]))/.test(address)) return null
  const beside = (key: string) =>
    textOf(fields, `image_${key}`) ?? (image instanceof Map ? textOf(image, key) : undefined) ?? null
  const size = sizes.get(address)
  return {
    address,
    alt: beside('alt') ?? '',
    caption: beside('caption'),
    credit: beside('credit'),
    width: size?.width ?? (Number(beside('width')) || null),
    height: size?.height ?? (Number(beside('height')) || null),
  }
}
