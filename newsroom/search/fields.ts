/** What an article is filed under, as a reader may ask for it. */
export type Field = 'category' | 'source' | 'author' | 'tag' | 'security'
/** An index numbers them by this order: a new one comes last. */
export const fields: readonly Field[] = ['category', 'source', 'author', 'tag', 'security']
/** What the desk may ask for besides: how an article stands, and who began it or left a version of it. */
export type DeskField = Field | 'status' | 'who'

/** What names of fields and of bounds of time mean, in Chinese and in English. */
export type Vocabulary<Fields extends string> = ReadonlyMap<string, Fields | 'from' | 'before'>

const readersNames = {
  栏目: 'category',
  来源: 'source',
  作者: 'author',
  标签: 'tag',
  证券: 'security',
  之后: 'from',
  之前: 'before',
  欄目: 'category',
  來源: 'source',
  標籤: 'tag',
  證券: 'security',
  之後: 'from',
  category: 'category',
  source: 'source',
  author: 'author',
  tag: 'tag',
  security: 'security',
  after: 'from',
  before: 'before',
} as const
const deskNames = { 状态: 'status', 谁: 'who', 狀態: 'status', 誰: 'who', status: 'status', who: 'who' } as const

export const readersVocabulary: Vocabulary<Field> = new Map(Object.entries(readersNames))
export const deskVocabulary: Vocabulary<DeskField> = new Map(Object.entries({ ...readersNames, ...deskNames }))
