import { afterEach, describe, expect, it, vi } from 'vitest'
import { type FoundSecurity, findSecurities, readNewSecurity, sureOf } from './find-securities'

const maotai: FoundSecurity = { market: 'sh', code: '600519', name: '贵州茅台', isNew: false }
const index: FoundSecurity = { market: 'sh', code: '000001', name: '上证指数', isNew: false }
const bank: FoundSecurity = { market: 'sz', code: '000001', name: '平安银行', isNew: false }

describe('a code that is typed', () => {
  it.each([
    ['600519', { market: 'sh', code: '600519', name: '600519', isNew: true }],
    ['00700.HK 腾讯控股', { market: 'hk', code: '00700', name: '腾讯控股', isNew: true }],
    ['６００５１９　贵州茅台', { market: 'sh', code: '600519', name: '贵州茅台', isNew: true }],
    ['aapl.us Apple Inc.', { market: 'us', code: 'AAPL', name: 'Apple Inc.', isNew: true }],
  ])('%j is a security, known or not', (typed, expected) => expect(readNewSecurity(typed)).toEqual(expected))
  it.each(['', '茅台', '贵州茅台 600519', '12345', `600519 ${'长'.repeat(41)}`])('%j is none', (typed) =>
    expect(readNewSecurity(typed)).toBeNull(),
  )
})

describe('the one that is meant', () => {
  it.each(['600519', 'sh600519', 'SH.600519', '600519.sh', '贵州茅台', ' 贵州茅台 '])('is told by %j', (typed) =>
    expect(sureOf([bank, maotai], typed)).toBe(maotai),
  )
  it('is the only one that was found', () => expect(sureOf([maotai], '茅')).toBe(maotai))
  it('is not told where two have the code, or several the word', () => {
    expect(sureOf([bank, index], '000001')).toBeNull()
    expect(sureOf([bank, maotai], '股')).toBeNull()
    expect(sureOf([], '茅台')).toBeNull()
  })
})

describe('looking for securities', () => {
  afterEach(() => vi.unstubAllGlobals())
  const desk = (answer: () => Response | Promise<Response>) => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(decodeURIComponent(address))
      return answer()
    })
    return asked
  }
  const known = ({ isNew: _, ...one }: FoundSecurity) => one
  const look = (typed: string) => findSecurities(typed, new AbortController().signal)

  it('gives those that copy has marked', async () => {
    const asked = desk(() => Response.json([known(maotai)]))
    expect(await look('茅台')).toEqual([maotai])
    expect(asked).toEqual(['/admin/securities?typed=茅台'])
  })
  it('offers a code that nobody has marked besides', async () => {
    desk(() => Response.json([known(maotai)]))
    expect(await look('600519')).toEqual([maotai])
    expect(await look('600518')).toEqual([maotai, { market: 'sh', code: '600518', name: '600518', isNew: true }])
  })
  it('knows a security by its own name where its code is typed with another', async () => {
    const asked = desk(() => Response.json([known(maotai)]))
    expect(await look('600519 茅台')).toEqual([maotai])
    expect(asked).toEqual(['/admin/securities?typed=sh.600519'])
  })
  it.each([
    ['without a line', () => Promise.reject(new TypeError('offline'))],
    ['signed out', () => Response.json([], { status: 401 })],
    ['met by a page of somebody else', () => new Response('<!doctype html>')],
  ])('%s still takes a code', async (_, answer) => {
    desk(answer)
    expect(await look('600519')).toEqual([{ ...maotai, name: '600519', isNew: true }])
    expect(await look('茅台')).toEqual([])
  })
  it('asks nobody about nothing', async () => {
    const asked = desk(() => Response.json([]))
    expect(await look(' ')).toEqual([])
    expect(asked).toEqual([])
  })
})
