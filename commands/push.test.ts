import { describe, expect, it } from 'vitest'
import { isIndexNowKey, noPush } from '@/newsroom/push-request'
import { changed, readWish } from './push'

describe('what is said of search engines at a terminal', () => {
  it('is understood', () => {
    expect(readWish([])).toEqual({})
    expect(readWish(['--index-now', 'on', '--baidu=abc'])).toEqual({ indexNow: 'on', baidu: 'abc' })
  })
  it.each([['--index-now'], ['--index-now', 'maybe'], ['--baidu', ''], ['--baidu', 'a b'], ['--google'], ['on']])(
    'is not, when it is %s %s',
    (...args) => expect(readWish(args.filter((one) => one !== undefined))).toContain('push takes'),
  )
  it('changes what it names and nothing else', () => {
    expect(changed(noPush, {})).toBe(noPush)
    const on = changed(noPush, { indexNow: 'on' })
    expect(isIndexNowKey(on.indexNow?.key ?? '')).toBe(true)
    expect(on.baidu).toBeNull()
    expect(changed(on, { baidu: 'abc' })).toEqual({ ...on, baidu: { token: 'abc' } })
    expect(changed(on, { indexNow: 'on' })).toEqual(on)
    expect(changed({ ...on, baidu: { token: 'abc' } }, { indexNow: 'off', baidu: 'off' })).toEqual(noPush)
  })
})
