import { describe, expect, it } from 'vitest'
import { isIndexNowKey, noPush, pushedKinds, pushRequest, refusalIn } from './push-request'

const origin = 'https://tangzhou.example:8443'
const key = '0123456789abcdef0123456789abcdef'
const noKeys = { 'index-now': null, baidu: null }
const paths = ['/bendi/2026/11/24/7.html', '/财经/a&b.html']

describe('telling search engines of addresses', () => {
  it('is off until somebody wants it', () => {
    expect(pushedKinds(noPush)).toEqual([])
    expect(pushRequest({ kind: 'index-now', paths }, noKeys, origin)).toBeNull()
    expect(pushRequest({ kind: 'baidu', paths }, noKeys, origin)).toBeNull()
  })
  it('is one request of IndexNow, with the key and where it is shown', () => {
    expect(pushedKinds({ ...noPush, indexNow: { key } })).toEqual(['index-now'])
    const request = pushRequest({ kind: 'index-now', paths }, { ...noKeys, 'index-now': key }, origin)
    expect(request).toMatchObject({ address: 'https://api.indexnow.org/indexnow', statuses: [200, 202] })
    expect(JSON.parse(request?.body ?? '')).toEqual({
      host: 'tangzhou.example:8443',
      key,
      keyLocation: `${origin}/${key}.txt`,
      urlList: [`${origin}/bendi/2026/11/24/7.html`, `${origin}/%E8%B4%A2%E7%BB%8F/a&b.html`],
    })
  })
  it('is one request of 百度, an address a line', () => {
    expect(pushedKinds({ ...noPush, baidu: { sealedToken: 's' } })).toEqual(['baidu'])
    expect(pushRequest({ kind: 'baidu', paths }, { ...noKeys, baidu: 'a b&c' }, origin)).toEqual({
      address: 'http://data.zz.baidu.com/urls?site=https%3A%2F%2Ftangzhou.example%3A8443&token=a+b%26c',
      type: 'text/plain',
      body: `${origin}/bendi/2026/11/24/7.html\n${origin}/%E8%B4%A2%E7%BB%8F/a&b.html`,
      statuses: [200],
    })
  })
  it.each([
    ['takes some', '{"remain":99,"success":1,"not_same_site":["https://b.example/"]}', null],
    ['says nothing that we know', 'OK', null],
    ['says nothing of what it left', '{"success":0}', null],
    ['takes none', '{"remain":99,"success":0,"not_same_site":["a","b"],"not_valid":["c"]}', 'push-not-taken'],
  ])('is judged by what 百度 answers: it %s', (_what, answer, reason) => {
    expect(refusalIn('baidu', answer)?.reason ?? null).toBe(reason)
    expect(refusalIn('index-now', answer)).toBeNull()
  })
  it('knows a key of its own', () => {
    expect(isIndexNowKey(key)).toBe(true)
    for (const text of ['', key.slice(1), `${key}0`, key.toUpperCase(), `${key}\n`, key.replace('0', 'g')])
      expect(isIndexNowKey(text)).toBe(false)
  })
})
