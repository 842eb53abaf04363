export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const
export type PictureType = (typeof pictureTypes)[number]

/** What a file is by its first bytes, of the types that a newsroom may bring; null for any other. A file of two types is the one it begins as. */
export function pictureType(bytes: Buffer): PictureType | null {
  const at = (from: number, text: string) => bytes.toString('latin1', from, from + text.length) === text
  if (at(0, '\xff\xd8\xff')) return 'image/jpeg'
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp'
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'image/gif'
  if (at(4, 'ftypavif') || at(4, 'ftypavis')) return 'image/avif'
  return null
}

/** How the name of a kept file ends. */
export const endings: Record<PictureType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
}
