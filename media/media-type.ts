import { endings, pictureTypes } from './picture-type'

/** The media type of what lies under a key, by its ending. */
export function typeOf(key: string): string {
  const ending = key.split('.').at(-1)
  return pictureTypes.find((type) => endings[type] === ending) ?? 'application/octet-stream'
}
