import type { Status } from '../article'

const names: Record<string, Status> = {
  草稿: 'draft',
  已发布: 'published',
  发布: 'published',
  已撤稿: 'killed',
  撤稿: 'killed',
  已弃用: 'spiked',
  弃用: 'spiked',
  draft: 'draft',
  published: 'published',
  killed: 'killed',
  spiked: 'spiked',
}

/** The state that a word in Chinese or English means; null for none. */
export function statusNamed(name: string): Status | null {
  return names[name.normalize('NFKC').trim().toLowerCase()] ?? null
}
