import type { Category } from './category'
import { spellingOf } from './spelling-of'

export type InitialGroup = { initial: string; categories: Category[] }

/** Categories from A to Z by the pinyin of their names; what starts with no letter comes last, under `#`. */
export function groupByInitial(categories: Category[]): InitialGroup[] {
  const spelled = categories
    .map((category) => ({ category, spelling: spellingOf(category.name).join('') }))
    .sort((a, b) => (a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : 0))
  const groups = new Map<string, Category[]>()
  for (const { category, spelling } of spelled) {
    const initial = /^[a-z]/.test(spelling) ? (spelling[0] ?? '').toUpperCase() : '#'
    groups.set(initial, [...(groups.get(initial) ?? []), category])
  }
  return [...groups]
    .map(([initial, members]) => ({ initial, categories: members }))
    .sort((a, b) => Number(a.initial === '#') - Number(b.initial === '#') || (a.initial < b.initial ? -1 : 1))
}
