import type { BodyFormat, Copy } from './copy'

/** How a body is read once it is saved: wire HTML stays HTML for as long as it looks like it, which some did not at its beginning; what is written here is Markdown. */
export function bodyFormatOf(body: string, before: Pick<Copy, 'body' | 'bodyFormat'> | null): BodyFormat {
  if (before?.bodyFormat !== 'html') return 'markdown'
  const looksLikeHtml = /^\s*</.test(before.body) ? /^\s*</ : /<\/?[a-z!]/i
  return looksLikeHtml.test(body) ? 'html' : 'markdown'
}
