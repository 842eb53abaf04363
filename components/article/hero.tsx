import { PictureBox } from '@/components/ui/picture-box'
import { PictureCaption } from '@/components/ui/picture-caption'
import type { Picture } from '@/newsroom/copy'
import type { PublishedText } from '@/newsroom/published-article'

/** The article's picture above its text, unless the text shows it already. */
export function Hero({ article: { picture, html } }: { article: PublishedText }) {
  if (!picture || html.includes(picture.address) || html.includes(picture.address.replaceAll('&', '&amp;'))) return null
  return (
    <figure className={isUpright(picture) ? 'hero hero-upright' : 'hero'}>
      <PictureBox picture={picture} eager />
      <PictureCaption picture={picture} />
    </figure>
  )
}

/** Taller than a landscape: it stands in the text's column instead of across the page. */
function isUpright({ width, height }: Picture): boolean {
  return width !== null && height !== null && width < height * 1.3
}
