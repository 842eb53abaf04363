import { describe, expect, it } from 'vitest'
import { isIndexNowKey, noPush, pushedKinds, pushRequest } from './push-request'

const origin = 'https://tangzhou.example:8443'
const key = '0123456789abcdef0123456789abcdef'
const paths = ['/bendi/2026/11/24/7.html', '/财经/a&b.html']

describe('telling search engines of addresses', () => {
  it('is off until somebody wants it', () => {
    expect(pushedKinds(noPush)).toEqual([])
    expect(pushRequest({ kind: 'index-now', paths }, noPush, origin)).toBeNull()
    expect(pushRequest({ kind: 'baidu', paths }, noPush, origin)).toBeNull()
  })
  it('is one request of IndexNow, with the key and where it is shown', () => {
    const settings = { ...noPush, indexNow: { key } }
    expect(pushedKinds(settings)).toEqual(['index-now'])
    const request = pushRequest({ kind: 'index-now', paths }, settings, origin)
    expect(request).toMatchObject({ address: 'https://api.indexnow.org/indexnow', statuses: [200, 202] })
    expect(JSON.parse(request?.body ?? '')).toEqual({
      host: 'tangzhou.example:8443',
      key,
      keyLocation: `${origin}/${key}.txt`,
      urlList: [`${origin}/bendi/2026/11/24/7.html`, `${origin}/%E8%B4%A2%E7%BB%8F/a&b.html`],
    })
  })
  it('is one request of 百度, an address a line', () => {
    const settings = { ...noPush, baidu: { token: 'a b&c' } }
    expect(pushedKinds(settings)).toEqual(['baidu'])
    expect(pushRequest({ kind: 'baidu', paths }, settings, origin)).toEqual({
      address: 'http://data.zz.baidu.com/urls?site=https%3A%2F%2Ftangzhou.example%3A8443&token=a+b%26c',
      type: 'text/plain',
      body: `${origin}/bendi/2026/11/24/7.html\n${origin}/%E8%B4%A2%E7%BB%8F/a&b.html`,
      statuses: [200],
    })
  })
  it('knows a key of its own', () => {
    expect(isIndexNowKey(key)).toBe(true)
    for (const text of ['', key.slice(1), `${key}0`, key.toUpperCase(), `${key}\n`, key.replace('0', 'g')])
      expect(isIndexNowKey(text)).toBe(false)
  })
})
