import { describe, expect, it } from 'vitest'
import { choiceOf, chosenValue } from './choice'

const of = { theirs: '他的。\n\n', mine: '我的。' }

describe('what somebody chose of a place', () => {
  it('stands as they chose', () => {
    expect(chosenValue({ ...of, take: 'theirs' }, 'markdown')).toBe('他的。\n\n')
    expect(chosenValue({ ...of, take: 'mine' }, 'markdown')).toBe('我的。')
    expect(chosenValue({ ...of, take: 'both' }, 'markdown')).toBe('他的。\n\n我的。')
    expect(chosenValue({ ...of, take: 'own', text: '自己写的。' }, 'markdown')).toBe('自己写的。')
    expect(chosenValue({ theirs: true, mine: false, take: 'theirs' }, 'markdown')).toBe(true)
  })
  it('is no choice of words that were typed since', () => {
    const sinceThen = { ...of, mine: '我的，又改了。' }
    for (const take of ['mine', 'both'] as const) expect(choiceOf({ ...of, take }, sinceThen)).toBeUndefined()
    expect(choiceOf({ ...of, take: 'own', text: '自己写的。' }, sinceThen)).toBeUndefined()
    expect(choiceOf({ ...of, take: 'theirs' }, sinceThen)).toMatchObject({ take: 'theirs' })
    expect(choiceOf({ ...of, take: 'theirs' }, { ...of, theirs: '他又改了。' })).toBeUndefined()
    expect(choiceOf(undefined, of)).toBeUndefined()
  })
})
