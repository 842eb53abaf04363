import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'

export type FrontMatter = {
  fields: Fields
  body: string
  /** What had to be read past, in words for the report. */
  repairs: Repair[]
  /** Jekyll sees front matter only at the very first byte: behind a blank line it was plain text to it. */
  seenByJekyll: boolean
  /** Fields written in quotes: to YAML a quoted date is no date but words. */
  quoted: ReadonlySet<string>
}

/** Scalars are kept as written, since YAML would turn `1.10` into 1.1 and a date without a zone into UTC. */
export type Fields = Map<string, Field>
export type Field = string | Field[] | Fields
export type Repair =
  | 'front-matter-late'
  | 'front-matter-loose'
  | 'title-missing'
  | 'date-missing'
  | 'name-missing'
  | 'encoding'
  | 'no-front-matter'
  | 'text-cut'
  | 'tags-cut'

/**
 * Splits a Jekyll file into its front matter and body. Null when there is none.
 * Rules: Jekyll 4.3 (`---` alone on the first line, closed by `---` or `...`), and what the real site has beside them: blank
 * lines before it, and quotes or backslashes inside quoted titles, which are then read as they stand.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const start = lines.findIndex((line) => line.trim() !== '')
  if (start < 0 || !/^---[ \t]*\r?$/.test(lines[start] ?? '')) return null
  const end = lines.findIndex((line, index) => index > start && /^(?:---|\.\.\.)[ \t]*\r?$/.test(line))
  if (end < 0) return null
  const block = lines.slice(start + 1, end).map((line) => line.replace(/\r$/, ''))
  const fields = readSimple(block) ?? readYaml(block)
  const repairs: Repair[] = []
  if (start > 0) repairs.push('front-matter-late')
  if (!fields) repairs.push('front-matter-loose')
  return {
    fields: fields ?? readLoosely(block),
    body: lines.slice(end + 1).join('\n'),
    repairs,
    seenByJekyll: start === 0,
    quoted: new Set(block.flatMap((line) => /^([A-Za-z_][\w-]*):[ \t]+["']/.exec(line)?.[1] ?? [])),
  }
}

/** The text of a field; undefined for an absent or empty one, and for a list. */
export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields.get(key)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const keyLine = /^([A-Za-z_][\w-]*):(?:[ \t]+(\S.*)|[ \t]*)$/

/** Nine files in ten hold nothing but `key: plain` and `key: "plain"`, which need no YAML parser. Null for any other. */
function readSimple(lines: string[]): Fields | null {
  const fields: Fields = new Map()
  for (const line of lines) {
    if (line.trim() === '') continue
    const found = keyLine.exec(line)
    const value = found?.[2]?.trimEnd() ?? ''
    const plain = /^"([^"\\]*)"$/.exec(value)?.[1] ?? (value === '' || isPlain(value) ? value : null)
    if (!found?.[1] || plain === null) return null
    fields.set(found[1], plain)
  }
  return fields
}

function isPlain(value: string): boolean {
  return /^\d{4}-[-\d: +T]+$/.test(value) || /^[\p{L}\p{N}+][^"'#\\:|>[\]{}]*$/u.test(value)
}

function readYaml(lines: string[]): Fields | null {
  const document = parseDocument(lines.join('\n'), {
    version: '1.1',
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
  })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const fields = toFields(document.contents, document)
  // An escape that YAML knows is still a backslash that a writer meant where it makes a control character.
  if ([...fields.values()].some((value) => typeof value === 'string' && /[\u0000-\u0008\t\u000b-\u001f]/.test(value)))
    return null
  // `*ST金泰` is an alias to YAML, and `&` an anchor: where nothing is meant by them, they are the headline's own.
  const raw = readLoosely(lines)
  for (const [key, value] of fields) {
    const written = raw.get(key)
    if (value === '' && typeof written === 'string' && /^[*&]./.test(written)) fields.set(key, written)
  }
  return fields
}

function toFields(map: { items: { key: unknown; value: unknown }[] }, document: Document): Fields {
  const fields: Fields = new Map()
  for (const { key, value } of map.items) if (isScalar(key)) fields.set(String(key.value), toField(value, document))
  return fields
}

function toField(node: unknown, document: Document): Field {
  if (isAlias(node)) {
    const meant = node.resolve(document)
    return meant && !isAlias(meant) ? toField(meant, document) : ''
  }
  if (isMap(node)) return toFields(node as { items: { key: unknown; value: unknown }[] }, document)
  if (isSeq(node)) return node.items.map((item) => toField(item, document))
  if (!isScalar(node) || node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

const jekyllKey = /^(?:layout|title|date|categories|category|tags|tag|permalink|author|slug|description|excerpt):/

/** Front matter that no YAML parser takes: each `key:` at the start of a line begins a value, outer quotes go, all else stays. */
function readLoosely(lines: string[]): Fields {
  const raw = new Map<string, string>()
  let open: string | null = null
  for (const line of lines) {
    const found = keyLine.exec(line)
    if (found?.[1] && (jekyllKey.test(line) || open === null || !isUnclosed(raw.get(open) ?? ''))) {
      open = found[1]
      raw.set(open, found[2] ?? '')
    } else if (open !== null) {
      raw.set(open, `${raw.get(open)}\n${line}`)
    }
  }
  return new Map([...raw].map(([key, value]) => [key, unquote(value.trim())]))
}

/** Whether a quoted value goes on in the next line: it has an odd number of quotes so far. */
function isUnclosed(value: string): boolean {
  return value.startsWith('"') && (value.split('"').length - 1) % 2 === 1
}

function unquote(value: string): string {
  return value.length >= 2 && /^["']/.test(value) && value.endsWith(value[0] ?? '') ? value.slice(1, -1) : value
}
