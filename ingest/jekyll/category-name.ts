import { pinyin } from 'pinyin-pro'

/**
 * The name of a category from the tag of one of its posts. On a wire's site the tag is the medium and one 新闻 after it; where the
 * medium is known, or is what the slug spells in pinyin, that one 新闻 goes. Any other tag is the name as it stands.
 */
export function categoryNameFrom(tag: string | undefined, slug: string, medium: string | null): string | null {
  if (!tag) return null
  const shorter = tag.replace(/新闻$/, '')
  return shorter !== '' && (shorter === medium || spell(shorter) === slug.toLowerCase()) ? shorter : tag
}

function spell(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .replace(/\s+/g, '')
    .toLowerCase()
}
