import type { Picture } from '@/newsroom/copy'

/**
 * A picture in the room its place keeps for it. `eager` only for the page's lead; `mute` where the headline beside it
 * says enough to who cannot see it.
 */
export function PictureBox({
  picture,
  eager = false,
  mute = false,
}: {
  picture: Picture
  eager?: boolean
  mute?: boolean
}) {
  return (
    <img
      src={picture.address}
      alt={mute ? '' : picture.alt}
      width={picture.width ?? undefined}
      height={picture.height ?? undefined}
      loading={eager ? undefined : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding={eager ? undefined : 'async'}
    />
  )
}
