import { pinyin } from 'pinyin-pro'
import { remember } from './remember'

/** A name as it is spelled, sign by sign, in small letters: the pinyin of Chinese signs without tones, and runs of others as they are. Each list of categories, some thousands at most, spells them all. */
export const spellingOf = remember(spell, { most: 20_000, keyOf: (name) => name })

function spell(name: string): readonly string[] {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((part) => part.toLowerCase())
}
