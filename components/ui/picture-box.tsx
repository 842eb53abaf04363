import { preload } from 'react-dom'
import type { ReadersPicture } from '@/newsroom/published-article'
import { renditionsOf } from '@/newsroom/picture-address'
import { focusClass } from './focus-class'

/**
 * A picture in the room its place keeps for it; one of ours in the width and format that suit who looks. `eager` only for the page's lead;
 * `mute` where the headline beside it says enough to who cannot see it.
 */
export function PictureBox({
  picture,
  eager = false,
  mute = false,
}: {
  picture: ReadersPicture
  eager?: boolean
  mute?: boolean
}) {
  const renditions = renditionsOf(picture.address)
  const { width, height } = renditions?.size ?? picture
  const sizes = renditions ? (eager ? leadSizes : cardSizes) : undefined
  // The head names a page's lead, so that it is asked for before the style is read; of ours, the browser chooses among several first.
  if (eager && !renditions) preload(picture.address, { as: 'image', fetchPriority: 'high' })
  const image = (
    <img
      src={picture.address}
      srcSet={renditions?.fallback.srcset}
      sizes={sizes}
      className={focusClass(picture.focus)}
      alt={mute ? '' : picture.alt}
      width={width ?? undefined}
      height={height ?? undefined}
      loading={eager ? undefined : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding={eager ? undefined : 'async'}
    />
  )
  if (!renditions) return image
  return (
    <picture>
      {renditions.sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset} sizes={sizes} />
      ))}
      {image}
    </picture>
  )
}

/** How wide they are shown, for a browser to choose before it knows the page. */
const leadSizes = '(min-width: 64rem) 48rem, 100vw'
const cardSizes = '(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw'
