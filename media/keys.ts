import type { Rendition } from '@/newsroom/picture-address'
import { endings, type PictureType } from './picture-type'

/** A picture as it came, with all that it says of who took it and where: never given to a reader. */
export function originalKey({ sha256, type }: { sha256: string; type: PictureType }): string {
  return `originals/${sha256}.${endings[type]}`
}

/** What readers get. */
export function renditionKey({ hash, width, format }: Rendition): string {
  return `${renditionFolder(hash)}${width}.${format}`
}

/** Where all of a picture's renditions lie. */
export function renditionFolder(hash: string): string {
  return `public/${hash}/`
}

/** Where the marks stand. */
export const unfinished = 'unfinished/'

/** Marks an original whose renditions are not all there yet. */
export function unfinishedKey(original: string): string {
  return original.replace('originals/', unfinished)
}

/** The original that such a mark stands for. */
export function unfinishedOriginal(mark: string): string {
  return mark.replace(unfinished, 'originals/')
}
