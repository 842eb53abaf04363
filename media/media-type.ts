const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
}

/** The media type of what lies under a key, by its ending. */
export function typeOf(key: string): string {
  return types[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
}
