import { describe, expect, it } from 'vitest'
import { readWish } from './push'

describe('what is said of search engines at a terminal', () => {
  it('is understood', () => {
    expect(readWish([])).toEqual({})
    expect(readWish(['--index-now', 'on', '--baidu=abc'])).toEqual({ indexNow: 'on', baidu: 'abc' })
  })
  it.each([['--index-now'], ['--index-now', 'maybe'], ['--baidu', ''], ['--baidu', 'a b'], ['--google'], ['on']])(
    'is not, when it is %s %s',
    (...args) => expect(readWish(args.filter((one) => one !== undefined))).toContain('push takes'),
  )
})
