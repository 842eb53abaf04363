const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  css: 'text/css; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** The media type of a file by how its path ends; null where that does not tell. */
export function mediaType(path: string): string | null {
  const ending = /\.([a-z\d]+)$/.exec(path.toLowerCase())?.[1] ?? ''
  return Object.hasOwn(types, ending) ? (types[ending] ?? null) : null
}
