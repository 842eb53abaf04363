import type { Element, Root } from 'hast'
import type { Copy } from './copy'
import { hashInAddress } from './picture-address'
import { readBodyTree } from './read-body-tree'
import { Refusal } from './refusal'

/** A picture where copy shows it. */
export type ShownPicture = {
  /** As the copy names it. */
  address: string
  /** What the copy says to who cannot see it, in that place. */
  alt: string
  place: 'lead' | 'body'
}

type Shows = Pick<Copy, 'picture' | 'body' | 'bodyFormat'>

/** Every picture that copy shows, in order, the lead first. */
export function picturesIn(copy: Shows): ShownPicture[] {
  const lead = copy.picture && { address: copy.picture.address, alt: copy.picture.alt, place: 'lead' as const }
  return [...(lead ? [lead] : []), ...picturesInBody(copy)]
}

/**
 * The hashes of the library's pictures that copy shows, each once: the one place that says what is used where. A body that cannot be shown
 * uses every picture that it names.
 */
export function usedPictures(copy: Shows): string[] {
  try {
    return unique(picturesIn(copy).map(({ address }) => hashInAddress(address)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const named = [...copy.body.matchAll(/\/media\/([0-9a-f]{20})\//g)].map(([, hash = '']) => hash)
    return unique([copy.picture ? hashInAddress(copy.picture.address) : null, ...named])
  }
}

function unique(hashes: (string | null)[]): string[] {
  return [...new Set(hashes.filter((hash) => hash !== null))]
}

function picturesInBody({ body, bodyFormat }: Shows): ShownPicture[] {
  // Markdown writes a picture so, and HTML so (`image` is read as `img`): most bodies need not be read.
  if (!/!\[|<im/i.test(body)) return []
  return imagesIn(readBodyTree(body, bodyFormat)).flatMap(({ properties: { src, alt } }) =>
    typeof src === 'string' && src.trim() !== ''
      ? [{ address: src, alt: typeof alt === 'string' ? alt : '', place: 'body' as const }]
      : [],
  )
}

/** The pictures of a tree that is not nested too deeply. */
function imagesIn(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'img' ? [child] : imagesIn(child)
  })
}
