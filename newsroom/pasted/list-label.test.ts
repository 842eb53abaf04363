import { describe, expect, it } from 'vitest'
import { readLabel } from './list-label'

describe('a label of Word', () => {
  it.each([
    ['1.', 1],
    ['１２．', 12],
    ['2.1.3', 3],
    ['③', 3],
    ['一、', 1],
    ['（十）', 10],
    ['二十三、', 23],
    ['第一百零五条', 105],
    ['c)', 3],
    ['IV.', 4],
    ['ix)', 9],
  ])('%s counts', (label, number) => expect(readLabel(label)).toEqual({ kind: 'ol', number }))

  it.each(['·', 'o', 'l', 'Ø', '§', '■', '—', '', '第'])('%j is a bullet', (label) =>
    expect(readLabel(label)).toEqual({ kind: 'ul' }),
  )
})
