import { isSlug } from './address-path'
import type { Copy } from './copy'
import { largestBody } from './readers-html'
import { Refusal } from './refusal'

/** Characters. */
export const longest = { headline: 200, kicker: 200, standfirst: 600, byline: 200, editor: 100, slug: 80 } as const
export const mostTags = 20
export const longestTag = 40

/** Throws a Refusal for copy that the store would take and nobody could use: too long, too large, an address that is none. */
export function refuseUnfitCopy(copy: Copy): void {
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const length = [...(copy[field] ?? '')].length
    if (length > most)
      throw field === 'headline'
        ? new Refusal('headline-long', { length, most })
        : new Refusal('field-long', { field, length, most })
  }
  const size = Buffer.byteLength(copy.body)
  if (size > largestBody) throw new Refusal('body-large', { size, most: largestBody })
  if (copy.tags.length > mostTags) throw new Refusal('tag-count', { count: copy.tags.length, most: mostTags })
  const longTag = copy.tags.find((tag) => [...tag].length > longestTag)
  if (longTag) throw new Refusal('field-long', { field: longTag, length: [...longTag].length, most: longestTag })
  if (copy.slug !== null) refuseUnfitSlug(copy.slug)
  if (copy.source?.address) refuseUnlessWeb(copy.source.address)
  if (copy.picture && !/^\/(?![/\\])/.test(copy.picture.address)) refuseUnlessWeb(copy.picture.address)
}

/** Throws a Refusal for a name that no address of ours can have. */
export function refuseUnfitSlug(slug: string): void {
  const length = [...slug].length
  if (length > longest.slug) throw new Refusal('field-long', { field: 'slug', length, most: longest.slug })
  if (!isSlug(slug)) throw new Refusal('slug-shape', { slug })
}

function refuseUnlessWeb(address: string): void {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Refusal('address-shape', { address })
}
