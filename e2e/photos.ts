import sharp from 'sharp'
import type { GivenFile } from './pages/media-page'

/** A picture for tests: of one colour, so that no two are the same bytes unless they are meant to be. */
export async function photo(
  name: string,
  background: string,
  { width = 900, height = 600, credit }: { width?: number; height?: number; credit?: string } = {},
): Promise<GivenFile> {
  const plain = sharp({ create: { width, height, channels: 3, background } }).jpeg()
  const buffer = await (credit ? plain.withExif({ IFD0: { Artist: credit } }) : plain).toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** A colour that no test has had before, so that every run has pictures of its own. */
export function freshColour(): string {
  return `#${Math.floor(Math.random() * 0xffffff)
    .toString(16)
    .padStart(6, '0')}`
}
