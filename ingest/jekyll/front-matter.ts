import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'

export type FrontMatter = {
  fields: Fields
  body: string
  /** What had to be read past, in words for the report. */
  repairs: Repair[]
  /** Jekyll sees front matter only at the very first byte: one behind a blank line was a plain text to it. */
  seenByJekyll: boolean
}

/** Scalars are kept as written, since YAML would turn `1.10` into 1.1 and a date without a zone into UTC. */
export type Fields = Map<string, Field>
export type Field = string | Field[] | Fields
export type Repair = 'front-matter-late' | 'front-matter-loose' | 'title-missing' | 'date-missing' | 'name-missing' | 'encoding' | 'no-front-matter' | 'category-missing'

/**
 * Splits a Jekyll file into its front matter and body. Null when there is none.
 * Rules: Jekyll 4.3 (`---` alone on the first line, closed by `---` or `...`), and what the real site has beside them: blank
 * lines before it, and quotes or backslashes inside quoted titles, which are then read as they stand.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const found = /^(\s*?\n)?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text)
  if (found?.index !== 0) return null
  const [whole, before = '', block = ''] = found
  const fields = readSimple(block) ?? readYaml(block)
  const repairs: Repair[] = []
  if (before) repairs.push('front-matter-late')
  if (!fields) repairs.push('front-matter-loose')
  return { fields: fields ?? readLoosely(block), body: text.slice(whole.length), repairs, seenByJekyll: before === '' }
}

/** The text of a field; undefined for an absent or empty one, and for a list. */
export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields.get(key)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const keyLine = /^([A-Za-z_][\w-]*):(?:[ \t]+(.*?))?[ \t]*$/

/** Nine files in ten hold nothing but `key: plain` and `key: "plain"`, which need no YAML parser. Null for any other. */
function readSimple(block: string): Fields | null {
  const fields: Fields = new Map()
  for (const line of block.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [, key, value = ''] = keyLine.exec(line) ?? []
    const plain = /^"([^"\\]*)"$/.exec(value)?.[1] ?? (/^[\p{L}\p{N}+][^"'#\\:|>[\]{}]*$/u.test(value) || /^\d{4}-[-\d: +T]+$/.test(value) || value === '' ? value : null)
    if (!key || plain === null) return null
    fields.set(key, plain)
  }
  return fields
}

function readYaml(block: string): Fields | null {
  const document = parseDocument(block, { version: '1.1', schema: 'core', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const fields = toFields(document.contents)
  // An escape that YAML knows is still a backslash that a writer meant where it makes a control character.
  return [...fields.values()].some((value) => typeof value === 'string' && /[\u0000-\u0008\t\u000b-\u001f]/.test(value)) ? null : fields
}

function toFields(map: Node & { items: unknown[] }): Fields {
  const fields: Fields = new Map()
  for (const pair of (map as { items: { key: unknown; value: unknown }[] }).items) {
    if (isScalar(pair.key)) fields.set(String(pair.key.value), toField(pair.value))
  }
  return fields
}

function toField(node: unknown): Field {
  if (isMap(node)) return toFields(node)
  if (isSeq(node)) return node.items.map(toField)
  if (!isScalar(node) || node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

/** Front matter that no YAML parser takes: each `key:` at the start of a line begins a value, outer quotes go, all else stays. */
function readLoosely(block: string): Fields {
  const raw = new Map<string, string>()
  let open: string | null = null
  for (const line of block.split(/\r?\n/)) {
    const [, key, value = ''] = keyLine.exec(line) ?? []
    const inside = open !== null && /^"(?:[^"]*|.*[^"])$/s.test(raw.get(open) ?? '') && !/"\s*$/.test((raw.get(open) ?? '').slice(1))
    if (key && !inside) {
      raw.set(key, value)
      open = key
    } else if (open !== null) {
      raw.set(open, `${raw.get(open)}\n${line}`)
    }
  }
  return new Map([...raw].map(([key, value]) => [key, unquote(value.trim())]))
}

function unquote(value: string): string {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(value)
  return quoted?.[2] ?? value
}
