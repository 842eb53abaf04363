import { pinyin } from 'pinyin-pro'

/** What a name is typed as in a hurry: the first letters of its pinyin, and its own letters and digits (`gzmt`, `tclkj`). */
export function initialsOf(name: string): string {
  return pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
