/** XML whose every gap is text: markup in it is written as text, and what XML 1.0 cannot hold is left out. */
export function xml(parts: TemplateStringsArray, ...gaps: (string | Markup | Markup[])[]): Markup {
  const filled = parts.map((part, index) => part + (index < gaps.length ? write(gaps[index] ?? '') : ''))
  return new Markup(filled.join(''))
}

/** Text that is XML already. */
export class Markup {
  constructor(readonly text: string) {}
}

function write(gap: string | Markup | Markup[]): string {
  if (gap instanceof Markup) return gap.text
  if (Array.isArray(gap)) return gap.map(({ text }) => text).join('\n')
  return escapeXml(gap)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
