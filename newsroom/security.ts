/** A listed company or index that the copy marks. */
export type Security = { market: Market; code: string }
export type Market = 'sh' | 'sz' | 'bj' | 'hk' | 'us'

/** The wire's numbers for markets; 90 are its own boards of concepts, which are no securities. */
const wireMarkets = new Map<string, Market>([
  ['0', 'sz'],
  ['1', 'sh'],
  ['116', 'hk'],
  ['105', 'us'],
  ['106', 'us'],
  ['107', 'us'],
])
const markets = new Set<string>(['sh', 'sz', 'bj', 'hk', 'us'] satisfies Market[])
const isMarket = (given: string): given is Market => markets.has(given)

/**
 * Reads a mark as the wire and our own writers put it: `600519|1|1`, `1,600519`, or `600519` with its market beside it.
 * Null for what is no security.
 */
export function readSecurity(mark: string, market?: string): Security | null {
  const named = market?.toLowerCase()
  if (named && isMarket(named)) return security(named, mark)
  const [first = '', second = ''] = mark.split(/[|,]/)
  if (mark.includes(',')) return security(wireMarkets.get(first), second)
  if (mark.includes('|')) return security(wireMarkets.get(second), first)
  return security(marketOfChineseCode(mark), mark)
}

/** `sh.600519`, as its address will write it. */
export function securityKey({ market, code }: Security): string {
  return `${market}.${code}`
}

/** What `securityKey` wrote; null for anything else. */
export function readSecurityKey(key: string): Security | null {
  const [, market = '', code = ''] = /^([a-z]+)\.(.+)$/.exec(key) ?? []
  return isMarket(market) ? security(market, code) : null
}

/**
 * Reads what a person types: a code by itself, or with its market as in `sh600519` and `600519.SH`. Null for what is no security.
 */
export function readTypedSecurity(typed: string): Security | null {
  const [, before, code = '', after] =
    /^(sh|sz|bj|hk|us)?\.?([\w.]+?)(?:\.(sh|sz|bj|hk|us))?$/i.exec(typed.trim()) ?? []
  return readSecurity(code.toUpperCase(), before ?? after)
}

function security(market: Market | undefined, code: string): Security | null {
  return market && /^[A-Za-z0-9.]{1,12}$/.test(code)
    ? { market: market === 'sz' && isBeijing(code) ? 'bj' : market, code }
    : null
}

/** Exchanges of the mainland by the code's first digits. */
function marketOfChineseCode(code: string): Market | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  if (isBeijing(code)) return 'bj'
  return /^[569]/.test(code) ? 'sh' : 'sz'
}

function isBeijing(code: string): boolean {
  return /^(4|8|92)\d{4,5}$/.test(code) && code.length === 6
}
