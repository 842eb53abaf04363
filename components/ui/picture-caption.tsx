import type { Picture } from '@/newsroom/copy'

/** What a picture shows and whose it is; nothing for a picture that says neither. */
export function PictureCaption({ picture: { caption, credit } }: { picture: Picture }) {
  if (!caption && !credit) return null
  return (
    <figcaption>
      {caption}
      {credit ? <span className={caption ? 'credit ms-3' : 'credit'}>{credit}</span> : null}
    </figcaption>
  )
}
