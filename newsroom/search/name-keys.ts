import { pinyin } from 'pinyin-pro'
import { initialsOf } from '../initials-of'
import { foldText, isWord } from './fold-text'

/** Of a name, in signs: what stands further in is not where anybody begins to type. */
const farthest = 12
const longest = 40

/**
 * What somebody may type who means a name, as `typedKey` writes it: its signs from any place on and its words, its whole pinyin, and the initials
 * of that (贵州茅台: 贵州茅台, 州茅台, 茅台, 台, guizhoumaotai, gzmt).
 */
export function nameKeys(name: string): string[] {
  const runs = foldText(name).split(' ').filter(Boolean)
  const keys = new Set<string>()
  let at = 0
  for (const [index, run] of runs.entries()) {
    const rest = runs.slice(index + 1).join('')
    const signs = [...run]
    // Of a word only its beginning.
    for (let sign = 0; sign < (isWord(run) ? 1 : signs.length); sign++, at++) {
      if (at >= farthest) break
      keys.add(within(signs.slice(sign).join('') + rest))
    }
  }
  for (const typed of [initialsOf(name), ...wholePinyin(name)]) if (typed !== '') keys.add(within(typed))
  return [...keys]
}

/** What was typed, as it is looked for among the keys of names. */
export function typedKey(folded: string): string {
  return within(folded.replaceAll(' ', ''))
}

function within(key: string): string {
  return [...key].slice(0, longest).join('')
}

/** 绿 is typed lv, and written lu. */
function wholePinyin(name: string): string[] {
  const written = pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return /[ln]v/.test(written) ? [written, written.replace(/([ln])v/g, '$1u')] : [written]
}
