import { describe, expect, it } from 'vitest'
import type { Category } from './category'
import { filterCategories } from './filter-categories'
import { foldTyped } from './fold-typed'

const category = (name: string, index: number): Category => ({
  slug: `c${index}`,
  name,
  description: '',
  articleCount: 1,
})
const categories = ['财经', '产业', '西安日报', '先锋', '证券时报', 'NBA观察', '新华社', '汽車之家'].map(category)
const found = (typed: string) => filterCategories(categories, foldTyped(typed)).map(({ name }) => name)

describe('categories', () => {
  it('are found by signs of their names, 简 or 繁, wherever they stand', () => {
    expect(found('日报')).toEqual(['西安日报'])
    expect(found('汽车')).toEqual(['汽車之家'])
    expect(found('證券')).toEqual(['证券时报'])
    expect(found('nba')).toEqual(['NBA观察'])
    expect(found('ＮＢＡ')).toEqual(['NBA观察'])
  })
  it('are found by their pinyin, in full, by initials, or half of each', () => {
    expect(found('caijing')).toEqual(['财经'])
    expect(found('cai jing')).toEqual(['财经'])
    expect(found('cj')).toEqual(['财经'])
    expect(found('caij')).toEqual(['财经'])
    expect(found('cy')).toEqual(['产业'])
    expect(found('zqsb')).toEqual(['证券时报'])
    expect(found('nbagc')).toEqual(['NBA观察'])
    expect(found('sb')).toEqual(['证券时报'])
  })
  it('are found where one spelling is two words', () => expect(found('xian')).toEqual(['西安日报', '先锋']))
  it('are not found in the midst of a syllable', () => {
    expect(found('aijing')).toEqual([])
    expect(found('hanye')).toEqual([])
  })
  it('are all there while nothing was typed', () => expect(found(' \u3000')).toHaveLength(categories.length))
  it('are none for what no name holds', () => expect(found('没有这个')).toEqual([]))
  it('are found among two thousand at once, whatever was typed', () => {
    const many = Array.from({ length: 2000 }, (_, index) => category(`第${index}财经新闻网络电视台`, index))
    filterCategories(many, 'x')
    const begun = performance.now()
    for (const typed of ['cj', 'dddd', 'c'.repeat(40), '财经', "z'"]) filterCategories(many, foldTyped(typed))
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
