import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'
import type { BodyFormat } from '@/newsroom/copy'

/** What stands in a wire story's text without being part of it. */
export type Lifted = {
  body: string
  format: BodyFormat
  standfirst: string | null
  /** The medium, from （文章来源：…）. */
  medium: string | null
  editor: string | null
  /** Where the original stands. */
  original: string | null
}

/**
 * Lifts the wire's furniture out of a body: the digest that stands before the text as a quotation, the medium, the responsible
 * editor, the original's address and the way back to the old site's pages. What is left is the story, untouched.
 */
export function liftWireFurniture(given: string): Lifted {
  const body = given.replace(/\r\n?/g, '\n').trim()
  const tail = liftTail(body)
  const digest = liftDigest(tail.body)
  const medium = liftCredit(digest.body, readMedium)
  const editor = liftCredit(medium.body, readEditor)
  const text = editor.body.trim()
  return {
    body: text,
    format: isHtml(text) ? 'html' : 'markdown',
    standfirst: digest.standfirst,
    medium: medium.credit,
    editor: editor.credit,
    original: tail.original,
  }
}

/** Reads lines from the end for as long as they are furniture. */
function liftTail(body: string): { body: string; original: string | null } {
  const lines = body.split('\n')
  let original: string | null = null
  while (lines.length > 0) {
    const line = (lines.at(-1) ?? '').trim()
    const address = /^(?:原文(?:链接|地址)?[:：]\s*)?<?(https?:\/\/[^\s<>]+)>?$/.exec(line)?.[1]
    if (address ? original !== null : line !== '' && line !== '<>' && !isWayBack(line)) break
    original = address ?? original
    lines.pop()
  }
  return { body: lines.join('\n'), original }
}

/** `[返回…](…)｜[返回首页](…)`, and nothing else on the line. */
function isWayBack(line: string): boolean {
  const rest = line.replace(/\[返回[^\]]*\]\([^)]*\)/g, '')
  return rest !== line && /^[\s｜|]*$/.test(rest)
}

/** A digest is one quoted line followed by the story's HTML; any other quotation is the writer's. */
function liftDigest(body: string): { body: string; standfirst: string | null } {
  const found = /^>[ \t]*([^\n]+)\n[ \t]*\n\s*(?=<)/.exec(body)
  if (!found?.[1]) return { body, standfirst: null }
  return { body: body.slice(found[0].length), standfirst: found[1].trim() }
}

/** Characters; no medium and no editor is called longer. */
const longestCredit = 60
type ReadCredit = (text: string) => string | null

const readMedium: ReadCredit = (text) => nameAfter(/^(?:文章)?来源[：:](.+)$/, text)
const readEditor: ReadCredit = (text) => nameAfter(/^(?:责任编辑|责编)[：:](.+)$/, text)

/** A name, and no sentence that begins like a credit. */
function nameAfter(pattern: RegExp, text: string): string | null {
  const bare = /^[（(【[](.*)[）)】\]]$/.exec(text)?.[1] ?? text
  const name = pattern.exec(bare.trim())?.[1]?.trim() ?? ''
  return name === '' || [...name].length > 40 || /[，。？！；]|责任?编/.test(name) ? null : name
}

/** A credit is the whole of one of the last four paragraphs, or stands in brackets at the very end. */
function liftCredit(body: string, read: ReadCredit): { body: string; credit: string | null } {
  for (const { start, end, inner } of lastParagraphs(body, 4)) {
    const text = inner.length <= 1000 ? visibleText(inner) : ''
    const credit = [...text].length <= longestCredit ? read(text) : null
    if (credit) return { body: body.slice(0, start) + body.slice(end), credit }
  }
  const from = Math.max(0, body.length - 200)
  const ending = /[（(][^（）()<>]{1,80}[）)](?=\s*(?:<\/p>\s*)?$)/.exec(body.slice(from))
  const credit = ending && read(ending[0])
  if (!ending || !credit) return { body, credit: null }
  return { body: body.slice(0, from + ending.index) + body.slice(from + ending.index + ending[0].length), credit }
}

type Paragraph = { start: number; end: number; inner: string }

/** The last paragraphs, the last one first: `<p>` elements, blocks between blank lines, and text behind the last element. */
function lastParagraphs(body: string, most: number): Paragraph[] {
  const found: Paragraph[] = []
  let end = body.length
  while (found.length < most && end > 0) {
    const close = body.lastIndexOf('</p>', end - 1)
    const blank = body.slice(0, end).trimEnd().lastIndexOf('\n\n')
    const loose = Math.max(close < 0 ? 0 : close + '</p>'.length, blank < 0 ? 0 : blank + 2)
    const text = body.slice(loose, end)
    if (text.trim() !== '' && !text.includes('<')) {
      found.push({ start: loose, end, inner: text })
      end = loose
      continue
    }
    const open = close < 0 ? -1 : Math.max(body.lastIndexOf('<p>', close), body.lastIndexOf('<p ', close))
    if (open < 0 || open >= end) break
    const tag = body.indexOf('>', open)
    found.push({ start: open, end: close + '</p>'.length, inner: body.slice(tag + 1, close) })
    end = open
  }
  return found
}

function visibleText(html: string): string {
  return html.includes('<') || html.includes('&') ? textIn(fromHtml(html, { fragment: true })).trim() : html.trim()
}

/** Whether a body is the wire's HTML from end to end: then no Markdown parser may touch it. */
function isHtml(body: string): boolean {
  if (!/^<(?:!--|p|div|center|table|h[1-6]|ul|ol|figure|blockquote|section)/i.test(body)) return false
  return body.split(/\n[ \t]*\n/).every((block) => block.trim() === '' || block.trimStart().startsWith('<'))
}
