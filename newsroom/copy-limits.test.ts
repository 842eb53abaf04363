import { blankCopy } from './blank-copy'
import { describe, expect, it } from 'vitest'
import type { Copy } from './copy'
import { refuseUnfitCopy } from './copy-limits'
import { largestBody } from './readers-html'

const copy = blankCopy({
  headline: '标题',
  body: '正文',
  category: 'bendi',
})
const check = (changes: Partial<Copy>) => () => refuseUnfitCopy({ ...copy, ...changes })
const refusal = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) })
const pictureAt = (address: string) => ({ address, alt: '', caption: null, credit: null, width: null, height: null })

describe('copy that fits', () => {
  it('is taken at each limit', () => {
    expect(
      check({
        headline: '字'.repeat(200),
        kicker: '字'.repeat(200),
        standfirst: '字'.repeat(600),
        byline: '字'.repeat(200),
        editor: '字'.repeat(100),
        slug: 'a'.repeat(80),
      }),
    ).not.toThrow()
    expect(check({ tags: Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(40, '签')) })).not.toThrow()
    expect(check({ body: 'a'.repeat(largestBody) })).not.toThrow()
  })
  it('counts characters as readers see them: an emoji is one', () =>
    expect(check({ headline: '🌾'.repeat(200) })).not.toThrow())
})

describe('copy that does not', () => {
  it('has a headline too long', () =>
    expect(check({ headline: '字'.repeat(201) })).toThrow(refusal('headline-long', { length: 201, most: 200 })))
  it.each([
    ['kicker', 200],
    ['standfirst', 600],
    ['byline', 200],
    ['editor', 100],
    ['slug', 80],
  ] as const)('has a %s longer than %i', (field, most) => {
    expect(check({ [field]: 'a'.repeat(most + 1) })).toThrow(refusal('field-long', { field, length: most + 1, most }))
  })
  it('has a body too large, counted in bytes', () =>
    expect(check({ body: '字'.repeat(largestBody / 3 + 1) })).toThrow(refusal('body-large', { most: largestBody })))
  it('has 21 tags', () =>
    expect(check({ tags: Array.from({ length: 21 }, String) })).toThrow(refusal('tag-count', { count: 21, most: 20 })))
  it('has a tag of 41 characters', () =>
    expect(check({ tags: ['好', '长'.repeat(41)] })).toThrow(refusal('field-long', { length: 41, most: 40 })))
  it.each(['Upper', 'two words', '-a', 'a-', 'a--b', 'a_b', '中文', 'a/b', 'a.html', '', '..', 'a%20b', 'a\n'])(
    'asks for the address name %j',
    (slug) => {
      expect(check({ slug })).toThrow(refusal('slug-shape', { slug }))
    },
  )
  it.each(['a', 'a1', '2026-budget', 'a-b-c'])('but may ask for %s', (slug) => expect(check({ slug })).not.toThrow())
})

describe('addresses in copy', () => {
  const bad = [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/',
    'www.example.org',
    'not an address',
    'file:///etc/passwd',
    'mailto:a@example.org',
    'java\nscript:alert(1)',
  ]
  it.each(bad)('a source may not stand at %j', (address) =>
    expect(check({ source: { name: null, address } })).toThrow(refusal('address-shape', { address })),
  )
  it.each(bad)('a picture may not stand at %j', (address) =>
    expect(check({ picture: pictureAt(address) })).toThrow(refusal('address-shape')),
  )
  it.each(['https://example.org/a?b=c', 'http://例子.中国/新闻'])('a source may stand at %s', (address) =>
    expect(check({ source: { name: null, address } })).not.toThrow(),
  )
  it('a picture of our own stands at a path', () => expect(check({ picture: pictureAt('/media/a.jpg') })).not.toThrow())
  it('a picture may not borrow another machine through two slashes', () => {
    expect(check({ picture: pictureAt('//evil.example/a.jpg') })).toThrow(refusal('address-shape'))
    expect(check({ picture: pictureAt('/\\evil.example/a.jpg') })).toThrow(refusal('address-shape'))
  })
})
