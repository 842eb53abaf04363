import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePath, encodePath, newAddress } from './address'
import { nameInPath } from './address-path'
import { categoryPath, olderCategoryPath } from './category'

describe('a first address', () => {
  const at = (iso: string, zone = 'Asia/Shanghai', slug: string | null = null) =>
    newAddress({ id: 42, category: 'bendi', slug, publishedAt: new Date(iso) }, zone)

  it('is the category, the day and the number', () =>
    expect(at('2026-11-24T03:00:00Z')).toBe('/bendi/2026/11/24/42.html'))
  it('ends in the name its writer asked for', () =>
    expect(at('2026-11-24T03:00:00Z', 'Asia/Shanghai', 'harbour-opens')).toBe('/bendi/2026/11/24/harbour-opens.html'))
  it('has the day of the site’s zone, to the second before midnight', () => {
    expect(at('2026-11-24T15:59:59.999Z')).toContain('/2026/11/24/')
    expect(at('2026-11-24T16:00:00Z')).toContain('/2026/11/25/')
    expect(at('2026-12-31T16:00:00Z')).toContain('/2027/01/01/')
  })
  it('has another day elsewhere', () => {
    expect(at('2026-11-24T16:00:00Z', 'UTC')).toContain('/2026/11/24/')
    expect(at('2026-11-24T03:00:00Z', 'America/New_York')).toContain('/2026/11/23/')
  })
  it('pads month and day', () => expect(at('2026-01-02T03:00:00Z')).toBe('/bendi/2026/01/02/42.html'))
})

describe('the name in a path', () => {
  it('is what a writer asked for, or what an old site called it', () => {
    expect(nameInPath('/bendi/2026/11/24/harbour-opens.html', 42)).toBe('harbour-opens')
    expect(nameInPath('/emnews/2021/12/08/202112082206742097.html', 42)).toBe('202112082206742097')
  })
  it('is none where it is the number, or nothing one may ask for', () => {
    for (const path of [
      '/bendi/2026/11/24/42.html',
      '/bendi/2026/11/24/港.html',
      '/bendi/2026/11/24/A.html',
      '/bendi/',
    ])
      expect(nameInPath(path, 42)).toBeNull()
  })
})

describe('a path in a link', () => {
  const part = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/[/\\\u0000-\u001f\u007f]/.test(text) && text.isWellFormed())
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`)

  it('means what it meant once it is encoded', () => {
    fc.assert(
      fc.property(path, (given) => {
        expect(decodePath(encodePath(given))).toBe(given)
      }),
    )
  })
  it('is plain ASCII that an attribute and a header can hold', () => {
    fc.assert(
      fc.property(path, (given) => {
        expect(encodePath(given)).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/)
      }),
    )
  })
  it('stays as it is when it is plain', () =>
    expect(encodePath('/emnews/2021/12/08/a_b-(c)~d.html')).toBe('/emnews/2021/12/08/a_b-(c)~d.html'))
  it('keeps what RFC 3986 lets a path hold', () => expect(encodePath('/a@b:c$d,e;f+g=h&i')).toBe('/a@b:c$d,e;f+g=h&i'))
  it('writes Chinese, spaces, brackets, ?, # and % as codes', () =>
    expect(encodePath('/[财] 经?#%')).toBe('/%5B%E8%B4%A2%5D%20%E7%BB%8F%3F%23%25'))
  it('keeps a percent sign that is followed by figures', () =>
    expect(decodePath(encodePath('/100%25'))).toBe('/100%25'))
})

describe('a path that somebody asks for', () => {
  it.each([
    '/%',
    '/%zz',
    '/%E4%BD',
    '/%C0%AE',
    '/%ED%A0%80',
    '/a%2Fb',
    '/a%5cb',
    '/a\\b',
    '/%00',
    '/a%0d%0ab',
    '/%7F',
    '/\u0001',
  ])('%j means no path', (path) => expect(decodePath(path)).toBeNull())
  it.each([
    ['/%E8%B4%A2%E7%BB%8F/', '/财经/'],
    ['/a%20b', '/a b'],
    ['/a+b', '/a+b'],
    ['/', '/'],
    ['/%25', '/%'],
  ])('%s means %s', (path, meant) => expect(decodePath(path)).toBe(meant))
})

describe('a category’s page', () => {
  it('has an address by its slug', () => expect(categoryPath('emnews')).toBe('/category/emnews.html'))
  it('and older pages by the article they start after', () =>
    expect(olderCategoryPath('emnews', 17)).toBe('/category/emnews.html?after=17'))
})
