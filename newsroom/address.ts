import { addressPath } from './address-path'
import { dayOf, dayPath } from './moment'

/** What a path that was public once does now. */
export type AddressState = 'current' | 'moved' | 'gone'

/**
 * The address of an article of our own, fixed when it is first published or moved: its category then, its day in the site's zone,
 * and the name its writer asked for or else its number.
 */
export function newAddress(
  { id, category, slug, publishedAt }: { id: number; category: string; slug: string | null; publishedAt: Date },
  zone: string,
): string {
  return addressPath({ category, day: dayPath(dayOf(publishedAt, zone)), name: slug ?? id })
}

/** How an address is written into a link: as RFC 3986 wants it, percent-encoded where it is not plain. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%(40|3A|24|2C|3B|2B|3D|26)/g, (code) => decodeURIComponent(code)))
    .join('/')
}

/** The path that a request means, percent-decoded; null when its encoding is broken or hides a slash or a control character. */
export function decodePath(path: string): string | null {
  try {
    const parts = path.split('/').map(decodeURIComponent)
    return parts.some((part) => /[/\\\u0000-\u001f\u007f]/.test(part)) ? null : parts.join('/')
  } catch {
    return null
  }
}
