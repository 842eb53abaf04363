import type { BodyFormat } from '@/newsroom/copy'

/** How a body is read once it is saved: wire HTML stays HTML for as long as it looks like it; what is written here is Markdown. */
export function bodyFormatOf(body: string, before: BodyFormat): BodyFormat {
  return before === 'html' && /^\s*</.test(body) ? 'html' : 'markdown'
}
