import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'
import { readSecurityKey, type Security } from './security'

/** A security that a body marks, and what it is called there; null where the mark says no name. */
export type MarkedSecurity = Security & { name: string | null }

/** Characters. A mark around more is around a sentence, and no company's name. */
const longestName = 40

/** As `body-layout.ts` writes a mark: with text in it and nothing else. */
const mark = /<span class="security" data-security="([^"]*)">([^<]*)<\/span>/g

/**
 * The securities that a published body marks, each once, in the order of their first marks. Reads what `toReadersHtml` writes, where no
 * text and no attribute can look like a mark; an import reads every body, so that one without marks costs no parsing.
 */
export function securitiesOf(html: string): MarkedSecurity[] {
  const found = new Map<string, MarkedSecurity>()
  for (const [, key = '', words = ''] of html.matchAll(mark)) {
    const security = readSecurityKey(key)
    if (!security) continue
    const known = found.get(key)
    found.set(key, { ...security, name: known?.name ?? nameIn(words, security) })
  }
  return [...found.values()]
}

/** The words as a name: not where they are the code again, with or without its market, or too long for one. */
function nameIn(words: string, security: Security): string | null {
  const name = (words.includes('&') ? textIn(fromHtml(words, { fragment: true })) : words).replace(/\s+/g, ' ').trim()
  if (name === '' || [...name].length > longestName) return null
  return isCodeOnly(name, security) ? null : name
}

function isCodeOnly(name: string, { market, code }: Security): boolean {
  const [words = '', bare = ''] = [name, code].map((text) => text.toLowerCase().replace(/[\s.:()（）]/g, ''))
  return [bare, market + bare, bare + market].includes(words)
}
