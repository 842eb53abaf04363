import { expect, it } from 'vitest'
import { authorsOf } from './byline'

it.each([
  ['记者 沈砚秋 顾临 通讯员 周水生', ['沈砚秋', '顾临', '周水生']],
  ['本报记者沈砚秋', ['沈砚秋']],
  ['本报首席记者：沈砚秋', ['沈砚秋']],
  ['文/沈砚秋 图/顾临', ['沈砚秋', '顾临']],
  ['沈砚秋、顾临，周水生；钱塘', ['沈砚秋', '顾临', '周水生', '钱塘']],
  ['见习记者　沈砚秋', ['沈砚秋']],
  ['特约评论员 沈砚秋｜顾临', ['沈砚秋', '顾临']],
  ['沈砚秋 沈砚秋', ['沈砚秋']],
  ['John, Mary', ['John', 'Mary']],
  ['记者', []],
  ['', []],
  [' 　 ', []],
])('the byline %j names %j', (byline, names) => expect(authorsOf(byline)).toEqual(names))

it('no byline names nobody', () => expect(authorsOf(null)).toEqual([]))
it('what is longer than a name is none', () => expect(authorsOf('长'.repeat(41))).toEqual([]))
it('a person whose family name is a title’s word keeps it', () => {
  expect(authorsOf('文天祥')).toEqual(['文天祥'])
  expect(authorsOf('记者 文心 图雅')).toEqual(['文心', '图雅'])
})
