import { describe, expect, it } from 'vitest'
import { merge, mostNames, type NamedList, rename, separate } from './named-list'
import { Refusal } from './refusal'

const list = (changes: Partial<NamedList> = {}): NamedList => ({
  noun: 'tag',
  id: 1,
  name: '碳中和',
  formerNames: [],
  isShown: true,
  ...changes,
})
const former = (id: number, name: string, isShown = true) => ({ id, name, isShown })
const refused = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
  return null
}

describe('a chief who renames a tag', () => {
  it('gives it a new name, as people write it', () =>
    expect(rename(list(), { to: ' 双碳  目标\n', holder: null })).toBe('双碳 目标'))
  it('may give it the name it had before', () => {
    const renamed = list({ id: 2, name: '双碳', formerNames: [former(1, '碳中和')] })
    expect(rename(renamed, { to: '碳中和', holder: renamed })).toBe('碳中和')
  })
  it('may give it a name that readers see no article under', () =>
    expect(rename(list(), { to: '双碳', holder: list({ id: 2, name: '双碳', isShown: false }) })).toBe('双碳'))
  it.each([
    ['no name', ' \n', null, 'list-name-missing'],
    ['the name it has', '碳中和', null, 'list-name-same'],
    ['more than a name', '碳'.repeat(81), null, 'field-long'],
    ['the name of another', '双碳', list({ id: 2, name: '双碳' }), 'list-name-taken'],
    [
      'a former name of another',
      '双碳',
      list({ id: 2, name: '绿色', formerNames: [former(3, '双碳', false)], isShown: false }),
      'list-name-former',
    ],
  ])('is refused %s', (_what, to, holder, reason) => expect(refused(() => rename(list(), { to, holder }))).toBe(reason))
})

describe('a chief who merges two sources', () => {
  const many = Array.from({ length: mostNames - 1 }, (_, index) => former(index + 10, `别名${index}`))

  it('has both called what the other is called, by whichever of its names', () => {
    const into = list({ id: 2, name: '双碳', formerNames: [former(3, '碳达峰')] })
    expect(merge(list(), { into, typed: '碳达峰' })).toBe('双碳')
  })
  it.each([
    ['into nothing', null, '', 'list-name-missing'],
    ['into what nobody has said', null, '双碳', 'list-unknown'],
    ['into itself', list(), '碳中和', 'list-merge-self'],
    ['into one with as many names as there may be', list({ id: 2, formerNames: many }), '双碳', 'list-names-many'],
  ])('is refused %s', (_what, into, typed, reason) =>
    expect(refused(() => merge(list(), { into, typed }))).toBe(reason),
  )
})

describe('a chief who parts a name from a list', () => {
  const both = list({ formerNames: [former(2, '双碳'), former(3, '炭中和', false)] })
  it('gets it back where articles say it', () => expect(separate(both, '双碳').id).toBe(2))
  it('is refused what no article says, and what is no name of it', () => {
    expect(refused(() => separate(both, '炭中和'))).toBe('list-name-unsaid')
    expect(refused(() => separate(both, '碳中和'))).toBe('list-stale')
    expect(refused(() => separate(both, '别的'))).toBe('list-stale')
  })
})
