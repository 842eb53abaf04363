import { securityPath } from './list-address'
import { readSecurityKey } from './security'

/** A link's beginning, its end, or a mark as `body-layout.ts` writes it; no text and no attribute of readers' HTML can look like a mark. */
const linksAndMarks = /<a\b|<\/a>|<span class="security" data-security="([^"]*)">([^<]*)<\/span>/g

/**
 * Readers' HTML in which each security that is marked leads to its list. When a page is made, so that what was published long ago leads there
 * too. A mark inside a link stays: a link holds no other.
 */
export function linkSecurities(html: string): string {
  let isInLink = false
  return html.replace(linksAndMarks, (found, key?: string, words?: string) => {
    if (key === undefined) {
      isInLink = found === '<a'
      return found
    }
    const security = readSecurityKey(key)
    if (isInLink || !security) return found
    return `<a class="security" data-security="${key}" href="${securityPath(security)}">${words}</a>`
  })
}
