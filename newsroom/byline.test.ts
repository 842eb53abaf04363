import fc from 'fast-check'
import { expect, it } from 'vitest'
import { authorsOf, bylineParts } from './byline'

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

it('a byline is printed as it is, with each person in a part of their own', () => {
  expect(bylineParts('记者 沈砚秋、记 文/顾临')).toEqual([
    { text: '记者 ', isAuthor: false },
    { text: '沈砚秋', isAuthor: true },
    { text: '、', isAuthor: false },
    { text: '记', isAuthor: true },
    { text: ' 文/', isAuthor: false },
    { text: '顾临', isAuthor: true },
  ])
  const pieces = fc.constantFrom('记者', '文', '图：', ' ', '　', '、', '/', '沈砚秋', '顾临', 'Al', '\ufeff')
  const lines = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(lines, (line) => {
      const parts = bylineParts(line)
      expect(parts.map(({ text }) => text).join('')).toBe(line)
      expect([...new Set(parts.flatMap(({ text, isAuthor }) => (isAuthor ? [text] : [])))]).toEqual(authorsOf(line))
    }),
  )
})
