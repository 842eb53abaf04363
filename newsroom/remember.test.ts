import { expect, it } from 'vitest'
import { remember } from './remember'

it('an answer is found once for each question, also when it is that there is none', () => {
  const asked: string[] = []
  const find = (text: string) => {
    asked.push(text)
    return text === '' ? null : text.length
  }
  const lengthOf = remember(find, { most: 10, keyOf: (text) => text })
  expect(['砚江', '', '砚江', '', '三桥通车'].map(lengthOf)).toEqual([2, null, 2, null, 4])
  expect(asked).toEqual(['砚江', '', '三桥通车'])
})

it('no more answers are kept than may be', () => {
  let found = 0
  const find = (number: number) => {
    found++
    return number * 2
  }
  const twice = remember(find, { most: 2, keyOf: String })
  expect([1, 2, 1, 3, 1].map(twice)).toEqual([2, 4, 2, 6, 2])
  expect(found).toBe(4)
})
