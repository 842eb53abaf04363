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
  const medium = liftCredit(digest.body, source)
  const editor = liftCredit(medium.body, responsible)
  const text = editor.body.trim()
  return { body: text, format: isHtml(text) ? 'html' : 'markdown', standfirst: digest.standfirst, medium: medium.credit, editor: editor.credit, original: tail.original }
}

const wayBack = /^(?:\s*[｜|]?\s*\[返回[^\]]*\]\([^)]*\)\s*)+$/
const originalLine = /^\s*(?:原文(?:链接|地址)?[:：]\s*)?<?(https?:\/\/[^\s<>]+|)>?\s*$/

/** Reads lines from the end for as long as they are furniture. */
function liftTail(body: string): { body: string; original: string | null } {
  const lines = body.split('\n')
  let original: string | null = null
  while (lines.length > 0) {
    const line = lines.at(-1) ?? ''
    const address = originalLine.exec(line)
    const isEmptyLink = line.trim() === '<>'
    if (line.trim() !== '' && !wayBack.test(line) && !isEmptyLink && (!address || original !== null)) break
    if (address?.[1]) original = address[1]
    lines.pop()
  }
  return { body: lines.join('\n'), original }
}

/** A digest is one quoted line followed by the story's HTML; any other quotation is the writer's. */
function liftDigest(body: string): { body: string; standfirst: string | null } {
  const found = /^>[ \t]*([^\n]+)\n\s*\n(?=<)/.exec(body)
  if (!found?.[1]) return { body, standfirst: null }
  return { body: body.slice(found[0].length), standfirst: found[1].trim() }
}

const source = /^[（(]?\s*(?:文章)?来源[：:]\s*(.+?)\s*[）)]?$/
const responsible = /^[（([【]?\s*(?:责任编辑|责编)[：:]\s*(.+?)\s*[）)\]】]?$/

/** A credit is the whole of one of the last paragraphs, or the last words of the last one in brackets. */
function liftCredit(body: string, pattern: RegExp): { body: string; credit: string | null } {
  const paragraphs = [...body.matchAll(/<p\b[^>]*>((?:(?!<\/?p\b)[\s\S])*)<\/p>\s*|(?:^|\n\n)([^\n<][^\n]*)(?=\n\n|$)/g)].slice(-4).reverse()
  for (const paragraph of paragraphs) {
    const credit = pattern.exec(visibleText(paragraph[1] ?? paragraph[2] ?? ''))?.[1]
    if (credit) return { body: body.slice(0, paragraph.index) + body.slice(paragraph.index + paragraph[0].length), credit }
  }
  const ending = /[（(](文章来源|责任编辑)[：:]([^（）()<>]{1,40})[）)](?=\s*(?:<\/p>)?\s*$)/.exec(body)
  if (ending && pattern.test(ending[0])) return { body: body.slice(0, ending.index) + body.slice(ending.index + ending[0].length), credit: (ending[2] ?? '').trim() }
  return { body, credit: null }
}

function visibleText(html: string): string {
  return html.includes('<') || html.includes('&') ? textIn(fromHtml(html, { fragment: true })).trim() : html.trim()
}

/** Whether a body is the wire's HTML from end to end: then no Markdown parser may touch it. */
function isHtml(body: string): boolean {
  return /^\s*<(?:!--|p|div|center|table|h[1-6]|ul|ol|figure|blockquote|section)/i.test(body) && body.split(/\n\s*\n/).every((block) => /^\s*(?:<|$)/.test(block))
}
