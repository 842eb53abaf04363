import { describe, expect, it } from 'vitest'
import { listAddress, listPath, readNameAsked, readSecurityAsked, securityPath } from './list-address'

describe('where a list stands', () => {
  it('is its name, as links write it', () => {
    const path = listPath('tag', { id: 7, name: '中/美 贸易' })
    expect(path).toBe('/tag/中~2f美 贸易')
    expect(listAddress(path)).toBe('/tag/%E4%B8%AD~2f%E7%BE%8E%20%E8%B4%B8%E6%98%93')
    expect(listAddress('/author/Al', 17)).toBe('/author/Al?after=17')
  })
  it('is its number where the name is too long, which is no other name', () => {
    expect(listPath('source', { id: 7, name: '长'.repeat(200) })).toBe('/source/~n7')
    expect(readNameAsked('~n7')).toEqual({ id: 7 })
    expect(listPath('source', { id: 8, name: '~n7' })).toBe('/source/~7en7')
    expect(readNameAsked('~7en7')).toEqual({ names: ['~n7'] })
  })
  it('may be asked for in other ways, the exact one first', () => {
    expect(readNameAsked('降准')).toEqual({ names: ['降准'] })
    expect(readNameAsked('Cafe\u0301 ')).toEqual({ names: ['Cafe\u0301 ', 'Caf\u00e9 ', 'Caf\u00e9'] })
    expect(readNameAsked('~2F')).toEqual({ names: ['/'] })
    expect(readNameAsked('')).toEqual({ names: [] })
    expect(readNameAsked('~n99999999999')).toEqual({ names: ['~n99999999999'] })
  })
})

describe('where a security stands', () => {
  it('is its market and code', () => expect(securityPath({ market: 'sh', code: '600519' })).toBe('/security/sh.600519'))
  it.each([
    ['sh.600519', { market: 'sh', code: '600519' }],
    ['SH.600519', { market: 'sh', code: '600519' }],
    ['600519', { market: 'sh', code: '600519' }],
    ['sh600519', { market: 'sh', code: '600519' }],
    ['us.BRK.B', { market: 'us', code: 'BRK.B' }],
    ['us.aapl', { market: 'us', code: 'aapl' }],
    ['贵州茅台', null],
    ['', null],
  ])('%j asks for %j', (part, security) => expect(readSecurityAsked(part)).toEqual(security))
})
