import { expect, it } from 'vitest'
import { readSecurity, readSecurityKey, readTypedSecurity, securityKey } from './security'

const key = (mark: string, market?: string) => {
  const security = readSecurity(mark, market)
  return security && securityKey(security)
}

it.each([
  ['600519|1|1', 'sh.600519'],
  ['000858|0|1', 'sz.000858'],
  ['300750|0|80', 'sz.300750'],
  ['00700|116|1', 'hk.00700'],
  ['AAPL|105|1', 'us.AAPL'],
  ['BABA|106|1', 'us.BABA'],
  ['SPY|107|1', 'us.SPY'],
  ['BRK.B|106|1', 'us.BRK.B'],
  ['000001|1|1', 'sh.000001'],
  ['399001|0|1', 'sz.399001'],
])('the wire’s mark %s names %s', (mark, expected) => expect(key(mark)).toBe(expected))

it.each([
  ['1,600519', 'sh.600519'],
  ['0,000858', 'sz.000858'],
  ['116,00700', 'hk.00700'],
  ['105,TSLA', 'us.TSLA'],
])('the wire’s other mark %s names %s', (mark, expected) => expect(key(mark)).toBe(expected))

it.each([
  ['600519', 'sh.600519'],
  ['000858', 'sz.000858'],
  ['300750', 'sz.300750'],
  ['688981', 'sh.688981'],
  ['510300', 'sh.510300'],
  ['900901', 'sh.900901'],
  ['159915', 'sz.159915'],
  ['430047', 'bj.430047'],
  ['830799', 'bj.830799'],
  ['920002', 'bj.920002'],
])('a mainland code %s by itself names %s', (mark, expected) => expect(key(mark)).toBe(expected))

it.each([
  ['600519', 'SH', 'sh.600519'],
  ['00700', 'hk', 'hk.00700'],
  ['AAPL', 'US', 'us.AAPL'],
  ['830799', 'bj', 'bj.830799'],
])('a code %s beside its market %s names %s', (mark, market, expected) => expect(key(mark, market)).toBe(expected))

it('Beijing’s codes that the wire counts as Shenzhen’s are Beijing’s', () =>
  expect(key('830799|0|1')).toBe('bj.830799'))
it.each([
  'BK0475|90|1',
  '90,BK0475',
  '',
  '|',
  ',',
  '||',
  '12345',
  'abc',
  '600519|7|1',
  '600519|1x',
  '<b>|1|1',
  '600519 |1|1',
  '../x|1|1',
  '1,',
  'constructor,600519',
  '600519|__proto__|1',
  '1234567890123|116|1',
])('%j names no security', (mark) => expect(readSecurity(mark)).toBeNull())
it('an unknown market beside a code does not matter', () => expect(key('600519', 'moon')).toBe('sh.600519'))

it.each([
  ['sh.600519', { market: 'sh', code: '600519' }],
  ['us.BRK.B', { market: 'us', code: 'BRK.B' }],
])('the key %s is read back', (given, expected) => expect(readSecurityKey(given)).toEqual(expected))
it.each(['', 'sh', 'sh.', '.600519', 'moon.1', 'SH.600519', 'sh.6 0'])('%j is no key', (given) =>
  expect(readSecurityKey(given)).toBeNull(),
)

it.each([
  ['600519', 'sh.600519'],
  [' sh600519 ', 'sh.600519'],
  ['600519.SH', 'sh.600519'],
  ['sz.000858', 'sz.000858'],
  ['00700.hk', 'hk.00700'],
  ['us.aapl', 'us.AAPL'],
  ['aapl.us', 'us.AAPL'],
  ['brk.b.us', 'us.BRK.B'],
])('typed %j is %s', (typed, expected) => {
  const found = readTypedSecurity(typed)
  expect(found && securityKey(found)).toBe(expected)
})
it.each(['', '茅台', '12345', 'aapl', '600519 茅台'])('typed %j is no code', (typed) =>
  expect(readTypedSecurity(typed)).toBeNull(),
)
