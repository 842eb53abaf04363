import { describe, expect, it } from 'vitest'
import { changePush, type PushWish } from './change-push'
import { noPush, type PushSettings } from './push-request'

const change = (before: PushSettings, wish: PushWish, newKey = 'k') =>
  changePush(before, wish, { seal: (token) => `sealed ${token}`, newKey: () => newKey })

describe('whom to tell of addresses', () => {
  it('changes by what is named and nothing else', () => {
    expect(change(noPush, {})).toEqual(noPush)
    const on = change(noPush, { indexNow: 'on' })
    expect(on).toEqual({ indexNow: { key: 'k' }, baidu: null })
    expect(change(on, { baidu: 'abc' })).toEqual({ ...on, baidu: { sealedToken: 'sealed abc' } })
    expect(change(change(on, { baidu: 'abc' }), { indexNow: 'off', baidu: 'off' })).toEqual(noPush)
  })
  it('leaves a key that is shown already as it is', () => {
    const on = change(noPush, { indexNow: 'on' })
    expect(change(on, { indexNow: 'on' }, 'another')).toEqual(on)
  })
  it.each(['', 'a b', '密钥', 'a'.repeat(101), 'https://data.zz.baidu.com/urls?token=a'])(
    'refuses %s as a token',
    (baidu) => expect(() => change(noPush, { baidu })).toThrow('push-token'),
  )
})
