import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absolute } from './absolute'

describe('an address made whole', () => {
  it.each([
    ['/a.html', 'https://tangzhou.example/a.html'],
    ['b.html?x=1#y', 'https://tangzhou.example/bendi/b.html?x=1#y'],
    ['//cdn.example/a', 'https://cdn.example/a'],
    ['https://cdn.example', 'https://cdn.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['/财 经', 'https://tangzhou.example/%E8%B4%A2%20%E7%BB%8F'],
    ['/[a]|{b}^`c`', 'https://tangzhou.example/%5Ba%5D%7C%7Bb%7D%5E%60c%60'],
    ['/100%?q=50%#%', 'https://tangzhou.example/100%25?q=50%25#%25'],
    ['/a#b#c', 'https://tangzhou.example/a#b%23c'],
    ['http://[::1]/x', 'http://[::1]/x'],
    ['http://[', 'http://['],
  ])('%s is %s', (address, whole) => expect(absolute(address, 'https://tangzhou.example/bendi/')).toBe(whole))
  it('is what RFC 3986 allows, and the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const whole = absolute(`https://cdn.example/${path}`)
        expect(whole).toMatch(
          /^https:\/\/cdn\.example\/(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i,
        )
        expect(absolute(whole)).toBe(whole)
      }),
    )
  })
})
