import { pinyin } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()
/** Names of categories are some thousands at most, and each list of them spells them all. */
const mostKnown = 20_000

/** A name as it is spelled, sign by sign, in small letters: the pinyin of Chinese signs without tones, and runs of others as they are. */
export function spellingOf(name: string): readonly string[] {
  const before = known.get(name)
  if (before) return before
  const spelling = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((part) =>
    part.toLowerCase(),
  )
  if (known.size >= mostKnown) known.clear()
  known.set(name, spelling)
  return spelling
}
