import { describe, expect, it } from 'vitest'
import { keepsPromise, promisedAnswer } from './promised-answer'

const to = (location: string | null) => ({ status: 301, location })

describe('a path that was public once promises', () => {
  it('its page where it is current', () =>
    expect(promisedAnswer({ state: 'current', leadsTo: null })).toEqual({ status: 200, location: null }))
  it('one hop to where it stands now where it has moved, written as a link has it', () =>
    expect(promisedAnswer({ state: 'moved', leadsTo: '/本地/2026/11/24/a b.html' })).toEqual(
      to('/%E6%9C%AC%E5%9C%B0/2026/11/24/a%20b.html'),
    ))
  it('a notice where it is gone', () =>
    expect(promisedAnswer({ state: 'gone', leadsTo: null })).toEqual({ status: 410, location: null }))
})

describe('an answer keeps the promise', () => {
  it('with the same status', () => {
    expect(keepsPromise({ status: 200, location: null }, { status: 200, location: null })).toBe(true)
    expect(keepsPromise({ status: 410, location: null }, { status: 410, location: null })).toBe(true)
    expect(keepsPromise({ status: 410, location: null }, { status: 404, location: null })).toBe(false)
    expect(keepsPromise({ status: 200, location: null }, to('/a'))).toBe(false)
  })
  it('with the same place, to the letter', () => {
    expect(keepsPromise(to('/a.html'), to('/a.html'))).toBe(true)
    for (const other of ['/A.html', '/a.html/', 'https://elsewhere.example/a.html', null])
      expect(keepsPromise(to('/a.html'), to(other))).toBe(false)
    expect(keepsPromise(to('/a.html'), { status: 302, location: '/a.html' })).toBe(false)
  })
  it('never where the ledger leads nowhere', () => expect(keepsPromise(to(null), to(null))).toBe(false))
})
