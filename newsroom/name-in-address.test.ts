import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePath, encodePath } from './address'
import { nameIn, nameInAddress, tidyName } from './name-in-address'

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(
      fc.constantFrom('~', '~7e', '2f', '/', '%', '%2F', '?', '#', '.', '..', ' ', '\\', '😀', '降准', 'md', '(', '['),
    )
    .map((some) => some.join(''))
    .filter((name) => name !== ''),
)

describe('a name in an address', () => {
  it.each([
    ['降准', '降准'],
    ['A股', 'A股'],
    ['每日经济新闻', '每日经济新闻'],
    ['碳达峰 碳中和', '碳达峰 碳中和'],
    ['C++', 'C++'],
    ['3.15', '3.15'],
    ['中/美', '中~2f美'],
    ['100%', '100~25'],
    ['怎么办?', '怎么办~3f'],
    ['#话题#', '~23话题~23'],
    ['~', '~7e'],
    ['.', '~2e'],
    ['..', '~2e.'],
    ['Node.js', 'Node~2ejs'],
    ['读我.md', '读我~2emd'],
    ['a\\b', 'a~5cb'],
    [' 空 ', '~20空~20'],
    ['(.)x', '~28.)x'],
    ['😀', '😀'],
  ])('%j stands as %j', (name, part) => expect(nameInAddress(name)).toBe(part))

  it('is read back, stands in one part of an address, and is no other name’s', () => {
    const seen = new Map<string, string>()
    fc.assert(
      fc.property(anyName, (given) => {
        const name = given.toWellFormed()
        const part = nameInAddress(given)
        if (part === null) return
        expect(nameIn(part)).toBe(name)
        expect(part).not.toMatch(/[/\\%?#]|^\.|^ | $/)
        expect(decodePath(encodePath(`/tag/${part}`))).toBe(`/tag/${part}`)
        expect(seen.get(part) ?? name).toBe(name)
        seen.set(part, name)
      }),
      { numRuns: 1000 },
    )
  })
  it('is none where there is no name, or one too long for an address', () => {
    expect(nameInAddress('')).toBeNull()
    expect(nameInAddress('长'.repeat(100))).toBe('长'.repeat(100))
    expect(nameInAddress('长'.repeat(101))).toBeNull()
  })
})

it('a name as people write it is composed, on one line, with single spaces', () => {
  expect(tidyName('  碳达峰 \n\t碳中和\u0000 ')).toBe('碳达峰 碳中和')
  expect(tidyName('Cafe\u0301')).toBe('Caf\u00e9')
  fc.assert(
    fc.property(anyName, (name) => {
      expect(tidyName(tidyName(name))).toBe(tidyName(name))
    }),
  )
})
