import { Seal } from './seal'
import { textWidth } from '@/components/ui/headline-words'
import type { ReaderWords } from '@/messages/words'
import type { Site } from '@/newsroom/site'

/** The paper's name and seal, leading home. Longer names are set smaller so that they stay on their line. */
export function Nameplate({ site, words }: { site: Site; words: ReaderWords }) {
  return (
    <a className={`nameplate ${size(site.name)}`} href="/">
      <span>{site.name}</span>
      <span className="sr-only"> {words.home}</span>
      <Seal characters={site.seal} />
    </a>
  )
}

function size(name: string): string {
  const width = textWidth(name)
  if (width <= 6) return 'nameplate-short'
  return width <= 11 ? 'nameplate-middle' : 'nameplate-long'
}
