import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAddress, listPath } from '@/newsroom/list-address'
import { readAsked } from './asked'

const files = new Set(['/favicon.svg', '/pictures/bridge.jpg'])
const ask = (url: string) => readAsked(url, files)
const keyOf = (url: string) => {
  const asked = ask(url)
  return asked.is === 'page' || asked.is === 'asset' ? asked.key : null
}
const refusal = (url: string) => {
  const asked = ask(url)
  return asked.is === 'refused' ? asked.status : null
}

/** Every way of writing each character of a path. */
const spelling = fc.array(fc.constantFrom('plain', 'upper', 'lower'), { minLength: 60, maxLength: 60 })
const spell = (path: string, ways: string[]) =>
  [...path]
    .map((character, index) => {
      const way = ways[index % ways.length]
      const isPlain = /[\w.~-]/.test(character)
      if (character === '/' || (way === 'plain' && isPlain)) return character
      const escaped = isPlain
        ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
        : encodeURIComponent(character)
      return way === 'lower' ? escaped.toLowerCase() : escaped.replace(/%[0-9a-f]{2}/gi, (one) => one.toUpperCase())
    })
    .join('')

describe('a page has one key', () => {
  it.each([
    ['/emnews/2021/12/08/202112082206742097.html', '/emnews/2021/12/08/202112082206742097.html'],
    ['/%65mnews/a.html', '/emnews/a.html'],
    ['/%e5%8c%97%e4%ba%ac.html', '/%E5%8C%97%E4%BA%AC.html'],
    ['/a%2fb', null],
    ["/a(1)!'*.html", "/a(1)!'*.html"],
    ['/a%28b%29%21.html', '/a(b)!.html'],
    ['/a%20b.html', '/a%20b.html'],
    ['/a+b.html', '/a+b.html'],
    ['/a%2Bb.html', '/a+b.html'],
    ['/100%25.html', '/100%25.html'],
    ['/?', '/'],
    ['/#', '/'],
    ['/#/a.html', '/'],
    ['/a.html#part', '/a.html'],
    ['/a.html?x#y?z', '/a.html'],
    ['/a.html?utm_source=wechat&from=timeline&isappinstalled=0', '/a.html'],
    ['/a.html%3Fx%3D1', '/a.html%3Fx=1'],
    ['/a.html%23x', '/a.html%23x'],
    ['/a//b.html', '/a/b.html'],
    ['/a.html//', '/a.html/'],
    ['/search?by=time&q=a', '/search?q=a'],
    ['/search?by=relevance&q=a&after=7', '/search?q=a&by=relevance'],
    ['/search?after=7-310-1795593600&q=a&by=relevance', '/search?q=a&by=relevance&after=7-310-1795593600'],
    ['/large/search?q=+a+&by=x&after=7', '/large/search?q=a&after=7'],
    ['/search?by=relevance', '/search'],
    ['/suggest.json?q=%EF%BC%A7%EF%BC%BAmt+&x=1', '/suggest.json?q=gzmt'],
    ['/suggest.json?q=%E8%B2%B4%E5%B7%9E', '/suggest.json?q=%E8%B4%B5%E5%B7%9E'],
    ['/suggest.json?q=%2C', '/suggest.json'],
    ['/bendi/', '/bendi/'],
    ['/bendi', '/bendi'],
  ])('%s is kept under %s', (url, key) => expect(keyOf(url)).toBe(key))

  it('however its characters are written', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[\w\u4e00-\u9fa5~!'()*@:$,;+=& -]{1,12}$/), { minLength: 1, maxLength: 4 }),
        spelling,
        fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
        (segments, ways, query) => {
          const path = `/x${segments.join('/')}`
          expect(keyOf(`${spell(path, ways)}?${query}`)).toBe(keyOf(encodeURI(path)))
        },
      ),
    ))

  it('and each list that is called by a name has one, below which its feeds stand', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.string({ unit: 'binary', minLength: 1 }),
          addresses(),
        ),
        spelling,
        (name, ways) => {
          const path = listPath('tag', { id: 7, name })
          const key = listAddress(path)
          expect(ask(key)).toMatchObject({ is: 'page', key, path, variant: null })
          expect(keyOf(spell(path, ways))).toBe(key)
          expect(keyOf(`${key}?after=5&x`)).toBe(`${key}?after=5`)
          expect(keyOf(`${key}/feed.atom?after=5&x`)).toBe(`${key}/feed.atom?after=5`)
          expect(ask(`/large${key}?after=5`)).toMatchObject({ is: 'page', variant: { prefix: '/large' } })
        },
      ),
      { numRuns: 500 },
    ))

  it('and asking for that key gives the same key', () =>
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string({ unit: 'binary' }), addresses()), (text) => {
        const asked = ask(`/${text}`)
        if (asked.is !== 'page' && asked.is !== 'asset') return
        expect(ask(asked.key)).toEqual(asked)
        expect(new URL(asked.key, 'http://localhost').href).toBe(`http://localhost${asked.key}`)
      }),
      { numRuns: 1000 },
    ))

  it('that no header could break', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(keyOf(`/${text}`) ?? '/').toMatch(/^\/[!-~]*$/)
      }),
    ))
})

/** Addresses made of all that has a meaning somewhere. */
function addresses() {
  const piece = fc.constantFrom(
    ...[
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2F',
      '%5c',
      '%00',
      '%',
      '%zz',
      '%E4%BD',
      '?',
      '#',
      '&',
      '=',
      'after',
      '5',
      '%35',
    ],
    ...[
      'large',
      'admin',
      '%61dmin',
      'api',
      '_next',
      'static',
      'category',
      'a.html',
      'healthz',
      'favicon.svg',
      '\\',
      '中',
    ],
  )
  return fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
}

describe('whatever is asked', () => {
  it('is read without an accident', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), addresses()), (url) => {
        for (const text of [url, `/${url}`, `/${'\ud800'}${url}`]) expect(ask(text).is).toMatch(/^[a-z]+$/)
      }),
      { numRuns: 1000 },
    ))

  it.each([
    '',
    '*',
    'a.html',
    'http://evil.example/',
    'https://localhost/',
    '//evil.example',
    '///',
    '\\',
    '/\\evil.example',
  ])('%j is no address', (url) => expect(refusal(url)).toBe(400))
  it.each([
    '/%',
    '/%0',
    '/%zz',
    '/%u4e2d',
    '/%E4%BD',
    '/%C0%AF',
    '/%ED%A0%80',
    '/%FF',
    '/a%00',
    '/a%0Ab',
    '/a%0d%0aset-cookie:x',
    '/%7f',
  ])('%s cannot be read', (url) => expect(refusal(url)).toBe(400))
  it.each(['/a%2Fb', '/a%2fb', '/a%5Cb', '/..%2fadmin', '/%2e%2e%5cadmin', '/admin%2Farticles'])(
    '%s hides a slash',
    (url) => expect(refusal(url)).toBe(400),
  )
  it.each([
    '/.',
    '/..',
    '/./',
    '/x/../categories',
    '/x/%2e%2e/categories',
    '/x/.%2E',
    '/%2e/a.html',
    '/large/..',
    '/large/../admin',
    '/_next/static/../../categories',
    '/_next/static/%2e%2e/%2e%2e/admin/sign-in',
    '/a//../b',
  ])('%s was to be resolved by who asks', (url) => expect(refusal(url)).toBe(400))
  it.each(['/.well-known/x', '/...', '/a..b', '/..a', '/a.'])('%s is an address like any other', (url) =>
    expect(keyOf(url)).toBe(url),
  )
  it.each([
    '/_next',
    '/_next/image?url=%2Fa.jpg&w=64&q=75',
    '/_next/data/x/index.json',
    '/%5fnext/image',
    '/_next/',
    '/404',
    '/500',
    '/_error',
    '/_not-found',
    '/%5Fnot-found/',
    '/_global-error',
    '/categories.rsc',
    '/index.rsc',
    '/a.prefetch.rsc',
    '/categories.segments/_tree.segment.rsc',
  ])('%s is a door of Next’s own', (url) => expect(refusal(url)).toBe(404))
  it('may be as long as 2,000 characters, whatever its query is', () => {
    expect(keyOf(`/${'a'.repeat(1999)}?${'b'.repeat(9000)}`)).toBe(`/${'a'.repeat(1999)}`)
    expect(refusal(`/${'a'.repeat(2000)}`)).toBe(414)
    expect(refusal(`/${'%E4%B8%AD'.repeat(300)}`)).toBe(414)
  })
  it('is as long as it is written in full', () => expect(refusal(`/${'"'.repeat(1000)}`)).toBe(414))
})

describe('the desk and the machines’ addresses', () => {
  it.each([
    '/admin',
    '/admin/',
    '/admin?x',
    '/admin#x',
    '/admin/articles',
    '/%61dmin',
    '/%61%64min/articles/',
    '/admin//x',
  ])('%s is the desk’s', (url) => expect(ask(url)).toEqual({ is: 'application', isDesk: true }))
  it.each(['/api', '/api/v1/articles', '/%61pi/x', '/healthz', '/healthz?x', '/readyz', '/%72eadyz'])(
    '%s is a machine’s',
    (url) => expect(ask(url)).toEqual({ is: 'application', isDesk: false }),
  )
  it.each(['/administration', '/admin.html', '/ADMIN', '/Admin/', '/apis', '/api.html', '/healthz/x', '/healthz.html'])(
    '%s is a reader’s',
    (url) => expect(ask(url)).toMatchObject({ is: 'page', key: url }),
  )
})

describe('a link to an unpublished article', () => {
  const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN_-9'
  it.each([`/preview/${secret}`, `/preview/${secret}?x`, `/%70review//${secret}#x`])('%s is kept by nobody', (url) =>
    expect(ask(url)).toEqual({ is: 'private', key: `/preview/${secret}` }),
  )
  it.each([
    '/preview',
    '/preview/',
    `/preview/${secret}/`,
    `/preview/${secret}a`,
    `/preview/${secret.slice(1)}`,
    `/preview/${secret}.html`,
    `/preview/x/${secret}`,
    '/preview/2021/12/08/a.html',
  ])('%s is none: an old site may have a category of that name', (url) => expect(ask(url).is).toBe('page'))
  it('has no variant', () => expect(ask(`/large/preview/${secret}`)).toMatchObject({ is: 'page', variant: null }))
})

describe('files', () => {
  it.each([
    ['/favicon.svg?v=2', '/favicon.svg'],
    ['/favicon%2Esvg', '/favicon.svg'],
    ['/_next/static/chunks/a-b.css?dpl=1', '/_next/static/chunks/a-b.css'],
    ['/_next/static/%5Bslug%5D.css', '/_next/static/%5Bslug%5D.css'],
    ['/_next//static/a.css', '/_next/static/a.css'],
  ])('%s is the file %s', (url, key) => expect(ask(url)).toEqual({ is: 'asset', key }))
  it.each(['/favicon.svg/', '/Favicon.svg', '/pictures/', '/pictures/none.jpg'])('%s is no file of ours', (url) =>
    expect(ask(url).is).toBe('page'),
  )
})

describe('pictures of ours', () => {
  const folder = '/media/1f3a5b7c9d1e2f3a4b5c'
  it.each([
    [`${folder}/1600x1067.jpg`, `${folder}/1600x1067.jpg`],
    [`${folder}/400.avif?v=2#x`, `${folder}/400.avif`],
    [`/%6dedia/1f3a5b7c9d1e2f3a4b5c//400%2Ewebp`, `${folder}/400.webp`],
  ])('%s is the picture %s, however it is written', (url, key) => expect(ask(url)).toEqual({ is: 'picture', key }))
  it.each([
    '/media',
    '/media/',
    '/media/old/photo.jpg',
    folder,
    `${folder}/`,
    `${folder}/400.svg`,
    `${folder}/400.avif/`,
    `${folder}/400x300.avif`,
    `${folder}/0.jpg`,
    `${folder.toUpperCase()}/400.jpg`,
    `/x${folder}/400.jpg`,
  ])('%s is none, and a reader’s as before: an old site may have it', (url) =>
    expect(ask(url)).toMatchObject({ is: 'page', key: url }),
  )
  it('have no large print', () => expect(ask(`/large${folder}/400.jpg`)).toMatchObject({ is: 'page', variant: null }))
})

describe('a partner’s feed', () => {
  const path = `/partner/${'aA-_0'.repeat(8)}abc/feed`
  it.each(['atom', 'rss', 'json'])('is for whoever has its address, as %s', (format) => {
    expect(ask(`${path}.${format}`)).toEqual({ is: 'private', key: `${path}.${format}` })
    expect(ask(`${path}.${format}?after=5&x`)).toEqual({ is: 'private', key: `${path}.${format}?after=5` })
  })
  it.each([
    '/partner/short/feed.atom',
    `${path}.xml`,
    `${path}.atom/`,
    `/large${path}.atom`,
    '/partner/',
    '/partner/a.html',
  ])('%s is an address like any other', (url) => expect(ask(url).is).toBe('page'))
})

describe('an older page of a list', () => {
  const page = '/category/emnews.html'
  it.each([
    ['?after=5', '?after=5'],
    ['?after=2147483647', '?after=2147483647'],
    ['?x=1&after=5&y=2', '?after=5'],
    ['?%61fter=%35', '?after=5'],
    ['?after=5#x', '?after=5'],
    ['', ''],
    ['?', ''],
    ['?x', ''],
    ['?AFTER=5', ''],
    ['?after%5B%5D=5', ''],
    ['?x=after=5', ''],
    ['?;after=5', ''],
  ])('asked for with %j is kept with %j', (query, meaning) => expect(keyOf(page + query)).toBe(page + meaning))
  it.each([
    '',
    'abc',
    '0',
    '-1',
    '05',
    '+5',
    '%205',
    '5%20',
    '5.0',
    '5e3',
    '0x5',
    '２',
    '2147483648',
    '9'.repeat(500),
    '5&after=5',
    '5&after=6',
    '5%00',
    '%',
    '%FF',
    '5,6',
  ])('that starts after %j is none, and all such are one', (after) =>
    expect(keyOf(`${page}?after=${after}`)).toBe(`${page}?after=0`),
  )
  it('is one in large print too', () => {
    expect(keyOf(`/large${page}?after=5&x`)).toBe(`/large${page}?after=5`)
    expect(ask(`/large${page}?after=5`)).toMatchObject({ variant: { prefix: '/large' } })
  })
  it.each([
    '/archive/2026/11/24',
    '/large/archive/2026/11/24',
    '/flash',
    '/corrections',
    ...['/category/emnews', '/archive/2026/11/24', '/flash', '/corrections'].map((list) => `${list}/feed.atom`),
    '/flash/feed.rss',
    '/flash/feed.json',
  ])('of %s is meant too', (path) =>
    expect([keyOf(`${path}?after=5&x`), keyOf(`${path}?after=x`)]).toEqual([`${path}?after=5`, `${path}?after=0`]),
  )
  it.each(['/archive', '/archive/2026', '/archive/2026/11', '/archive/2026/11/24/a.html', '/flash/a', '/categories'])(
    'of %s there is none',
    (path) => expect(keyOf(`${path}?after=5`)).toBe(path),
  )
  it.each(['/feed.xml', '/feed.atom', '/feed.rss', '/feed.json'])('of the feed at %s is meant too', (path) =>
    expect([keyOf(`${path}?after=5&x`), keyOf(`${path}?after=x`)]).toEqual([`${path}?after=5`, `${path}?after=0`]),
  )
  it.each([
    '/?after=5',
    '/categories?after=5',
    '/category/?after=5',
    '/category/a/b.html?after=5',
    '/category/a.html/?after=5',
    '/feed.txt?after=5',
    '/bendi/feed.xml?after=5',
  ])('is not what %s asks for', (url) => expect(keyOf(url)).toBe(url.split('?')[0]))
})

describe('a page in another form', () => {
  const formOf = (url: string) => {
    const asked = ask(url)
    return asked.is === 'page' ? (asked.variant?.prefix ?? null) : asked.is
  }
  it.each([
    '/large',
    '/large/',
    '/%6Carge/',
    '/large/a.html',
    '/large/bendi/',
    '/large/category/x.html?after=4',
    '/large//a.html',
    '/large/largest',
  ])('%s is one in large print', (url) => expect(formOf(url)).toBe('/large'))
  it.each([
    '/large/feed.xml',
    '/large/feed.atom?after=4',
    '/largest',
    '/large.html',
    '/Large/',
    '/a/large/',
    '/large-print/',
  ])('%s is no form of a page', (url) => expect(formOf(url)).toBeNull())
  // Rendered as they stand, these would be kept under the keys of other pages, or keep what is never to be kept.
  it.each([
    '/large/large',
    '/large/large/',
    '/large/large/a.html',
    '/large/admin',
    '/large/%61dmin/sign-in',
    '/large/api/v1/x',
    '/large/healthz',
    '/large/readyz',
    '/large/_next/static/a.css',
    '/large/_next/image',
    '/large/_not-found',
    '/large/404',
    '/large/favicon.svg',
  ])('there is none of what is no page, as %s would be', (url) => expect(formOf(url)).toBeNull())
  it('is refused where the page would be', () => {
    expect(refusal('/large/../a')).toBe(400)
    expect(refusal('/large/a.rsc')).toBe(404)
  })
})

describe('a list that is narrowed', () => {
  it.each([
    ['?q=CJ', '?q=cj'],
    ['?q=%20c%20j%27&x=1', '?q=cj'],
    ['?q=%EF%BC%A3%EF%BC%AA', '?q=cj'],
    ['?q=%E8%B4%A2%E7%BB%8F', '?q=%E8%B4%A2%E7%BB%8F'],
    ['?q=%20', ''],
    ['?q=', ''],
    ['?x=1', ''],
    ['?q=%FF', '?q=%EF%BF%BD'],
  ])('of categories by %j is kept with %j', (query, meaning) =>
    expect([keyOf(`/categories${query}`), keyOf(`/large/categories${query}`)]).toEqual([
      `/categories${meaning}`,
      `/large/categories${meaning}`,
    ]),
  )
  it('is one however much was typed', () =>
    expect(keyOf(`/categories?q=${'a'.repeat(5000)}`)).toBe(keyOf(`/categories?q=${'a'.repeat(40)}`)))
})

describe('a search as a feed', () => {
  it.each(['atom', 'rss', 'json'])('is for what is looked for, from its newest or after an article (%s)', (format) => {
    const path = `/search/feed.${format}`
    expect(keyOf(`${path}?q=%20%E6%B8%AF&by=relevance&x`)).toBe(`${path}?q=%E6%B8%AF`)
    expect(keyOf(`${path}?after=5&q=%20%E6%B8%AF&x`)).toBe(`${path}?q=%E6%B8%AF&after=5`)
    expect(keyOf(`${path}?after=5&q=%E6%B8%AF&after=6`)).toBe(`${path}?q=%E6%B8%AF&after=0`)
    for (const query of ['', '?', '?q=', '?q=%20&after=5']) expect(keyOf(path + query)).toBe(path)
  })
})
