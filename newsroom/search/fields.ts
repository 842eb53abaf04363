/** What an article is filed under, as a reader may ask for it. */
export type Field = 'category' | 'source' | 'author' | 'tag' | 'security'
/** An index numbers them by this order: a new one comes last. */
export const fields: readonly Field[] = ['category', 'source', 'author', 'tag', 'security']

const names: Record<string, Field | 'from' | 'before'> = {
  栏目: 'category',
  来源: 'source',
  作者: 'author',
  标签: 'tag',
  证券: 'security',
  之后: 'from',
  之前: 'before',
  category: 'category',
  source: 'source',
  author: 'author',
  tag: 'tag',
  security: 'security',
  after: 'from',
  before: 'before',
}

/** The field, or the bound of time, that a name in Chinese or English means; null for none. */
export function fieldNamed(name: string): Field | 'from' | 'before' | null {
  return names[name.toLowerCase()] ?? null
}
