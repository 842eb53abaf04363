import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Identity } from '@/newsroom/identity'
import type { Page } from './page'
import { pageCache } from './page-cache'

const bound = 8000

/** A page as far as a cache looks at it. */
const pageOf = (bytes: number, depends: Identity[] = ['site']): Page => ({
  status: 200,
  contentType: 'text/html',
  headers: {},
  hash: '',
  depends,
  packings: {},
  bytes,
  hits: 0,
})

describe('kept pages', () => {
  it('are found under the keys they were put under, and no other', () => {
    const cache = pageCache({ bytes: bound })
    const page = pageOf(10)
    cache.put('/a.html', page)
    expect(cache.get('/a.html')).toBe(page)
    for (const key of ['/a.html/', '/A.html', '', '__proto__', 'constructor']) expect(cache.get(key)).toBeUndefined()
  })
  it('that would take more than an eighth of the room are not kept, and what they would replace goes', () => {
    const cache = pageCache({ bytes: bound })
    cache.put('/', pageOf(bound / 8))
    expect(cache.size()).toEqual({ pages: 1, bytes: 1000 })
    cache.put('/', pageOf(bound / 8 + 1))
    expect(cache.size()).toEqual({ pages: 0, bytes: 0 })
    expect(cache.get('/')).toBeUndefined()
  })
  it('go when they were used least lately', () => {
    const cache = pageCache({ bytes: bound })
    for (let number = 0; number < 8; number++) cache.put(`/${number}`, pageOf(1000))
    cache.get('/0')
    cache.put('/8', pageOf(1000))
    expect(cache.get('/1')).toBeUndefined()
    expect(cache.get('/0')).toBeDefined()
  })
  it('that are dropped one by one or all at once leave nothing behind', () => {
    const cache = pageCache({ bytes: bound })
    for (let number = 0; number < 5; number++) cache.put(`/${number}`, pageOf(10, ['site', `article:${number}`]))
    cache.drop(['article:1', 'article:9', 'today'])
    expect(cache.size()).toEqual({ pages: 4, bytes: 40 })
    cache.drop(['site'])
    expect(cache.size()).toEqual({ pages: 0, bytes: 0 })
    cache.put('/', pageOf(10, ['article:1']))
    cache.drop('everything')
    expect(cache.size()).toEqual({ pages: 0, bytes: 0 })
    cache.drop(['article:1', 'site'])
    cache.put('/', pageOf(20, ['article:2']))
    cache.drop(['article:1', 'site'])
    expect(cache.size()).toEqual({ pages: 1, bytes: 20 })
  })
  it('that were put anew depend on what they depend on now', () => {
    const cache = pageCache({ bytes: bound })
    cache.put('/', pageOf(10, ['article:1']))
    cache.put('/', pageOf(10, ['article:2']))
    cache.drop(['article:1'])
    expect(cache.get('/')).toBeDefined()
    cache.drop(['article:2'])
    expect(cache.get('/')).toBeUndefined()
  })
  it('that have gone or were replaced may change their size without a trace', () => {
    const cache = pageCache({ bytes: bound })
    const [old, young] = [pageOf(10), pageOf(20)]
    cache.put('/', old)
    cache.put('/', young)
    old.bytes = 900
    cache.resized('/', old)
    cache.resized('/other', young)
    expect(cache.size()).toEqual({ pages: 1, bytes: 20 })
  })
})

/** The same cache, written so that it cannot be wrong: a list of what is kept, the one used last at its end. */
class Model {
  kept: { key: string; page: Page; bytes: number }[] = []
  get total() {
    return this.kept.reduce((sum, { bytes }) => sum + bytes, 0)
  }
  get(key: string): Page | undefined {
    const found = this.kept.find((one) => one.key === key)
    if (!found) return undefined
    this.kept = [...this.kept.filter((one) => one !== found), found]
    return found.page
  }
  put(key: string, page: Page) {
    this.kept = this.kept.filter((one) => one.key !== key)
    if (page.bytes > bound / 8) return
    this.kept.push({ key, page, bytes: page.bytes })
    while (this.total > bound) this.kept.shift()
  }
  resized(key: string, page: Page) {
    const found = this.kept.find((one) => one.key === key && one.page === page)
    if (found) found.bytes = page.bytes
    while (this.total > bound) this.kept.shift()
  }
  drop(touched: Identity[] | 'everything') {
    this.kept = this.kept.filter(
      ({ page }) => touched !== 'everything' && !page.depends.some((identity) => touched.includes(identity)),
    )
  }
}

describe('any number of pages that come, are asked for, grow and are dropped', () => {
  const key = fc.constantFrom(...Array.from({ length: 14 }, (_, number) => `/${number}`))
  const identity = fc.constantFrom<Identity>('site', 'front', 'article:1', 'article:2', 'tag:港口', 'address:/1')
  const bytes = fc.oneof(fc.integer({ min: 1, max: 1100 }), fc.integer({ min: 800, max: 1000 }))
  const step = fc.oneof(
    fc.record({ act: fc.constant('get' as const), key }),
    fc.record({ act: fc.constant('put' as const), key, bytes, depends: fc.uniqueArray(identity, { maxLength: 4 }) }),
    fc.record({ act: fc.constant('resize' as const), key, bytes }),
    fc.record({
      act: fc.constant('drop' as const),
      touched: fc.oneof(
        { weight: 9, arbitrary: fc.array(identity, { minLength: 1, maxLength: 2 }) },
        { weight: 1, arbitrary: fc.constant('everything' as const) },
      ),
    }),
  )

  it('are those that a plain list would have kept, to the byte', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const cache = pageCache({ bytes: bound })
        const model = new Model()
        const newest = new Map<string, Page>()
        for (const one of steps) {
          if (one.act === 'get') expect(cache.get(one.key)).toBe(model.get(one.key))
          if (one.act === 'put') {
            const page = pageOf(one.bytes, one.depends)
            newest.set(one.key, page)
            cache.put(one.key, page)
            model.put(one.key, page)
          }
          if (one.act === 'resize') {
            const page = newest.get(one.key)
            if (!page) continue
            page.bytes = one.bytes
            cache.resized(one.key, page)
            model.resized(one.key, page)
          }
          if (one.act === 'drop') {
            cache.drop(one.touched)
            model.drop(one.touched)
          }
          expect(cache.size()).toEqual({ pages: model.kept.length, bytes: model.total })
          expect(model.total).toBeLessThanOrEqual(bound)
        }
        for (const { key, page } of [...model.kept]) expect(cache.get(key)).toBe(page)
      }),
      { numRuns: 500 },
    ))
})
