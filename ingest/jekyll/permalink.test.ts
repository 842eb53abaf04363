import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toArticle } from './post-article'
import { postPath, readCategories, readPostName, slugify } from './permalink'
import { readSiteConfig } from './site-config'

// Every address below was given by Jekyll 4.3.1 (Debian), percent-decoded, to a site with these very files.
const date = new Date('2021-01-03T08:09:05+08:00')
const rules = { zone: 'Asia/Shanghai' }
const posts = {
  'Hello-World': { categories: ['emnews', '财经'], slug: 'Hello-World', date, ...rules },
  none: { categories: [], slug: 'none', date, ...rules },
  odd: { categories: ['A B', 'c'], slug: 'a_b (c) 中文', date: new Date('2020-12-31T23:59:59+08:00'), ...rules },
}

describe('the styles of a site', () => {
  it.each([
    [
      'date',
      '/emnews/财经/2021/01/03/Hello-World.html',
      '/2021/01/03/none.html',
      '/a b/c/2020/12/31/a_b-(c)-中文.html',
    ],
    ['pretty', '/emnews/财经/2021/01/03/Hello-World/', '/2021/01/03/none/', '/a b/c/2020/12/31/a_b-(c)-中文/'],
    ['ordinal', '/emnews/财经/2021/003/Hello-World.html', '/2021/003/none.html', '/a b/c/2020/366/a_b-(c)-中文.html'],
    [
      'weekdate',
      '/emnews/财经/2021/W53/Sun/Hello-World.html',
      '/2021/W53/Sun/none.html',
      '/a b/c/2020/W53/Thu/a_b-(c)-中文.html',
    ],
    ['none', '/emnews/财经/Hello-World.html', '/none.html', '/a b/c/a_b-(c)-中文.html'],
    [
      '/news/:year-:month-:day/:title/',
      '/news/2021-01-03/Hello-World/',
      '/news/2021-01-03/none/',
      '/news/2020-12-31/a_b-(c)-中文/',
    ],
    [
      '/:year/:i_month/:i_day/:slug:output_ext',
      '/2021/1/3/hello-world.html',
      '/2021/1/3/none.html',
      '/2020/12/31/a-b-c-中文.html',
    ],
    [
      '/:short_year/:short_month/:long_month/:y_day/:title',
      '/21/Jan/January/003/Hello-World',
      '/21/Jan/January/003/none',
      '/20/Dec/December/366/a_b-(c)-中文',
    ],
    [
      '/:w_year/W:week/:w_day/:short_day/:long_day/:title.html',
      '/2020/W53/7/Sun/Sunday/Hello-World.html',
      '/2020/W53/7/Sun/Sunday/none.html',
      '/2020/W53/4/Thu/Thursday/a_b-(c)-中文.html',
    ],
    [
      '/:hour/:minute/:second/:title.html',
      '/08/09/05/Hello-World.html',
      '/08/09/05/none.html',
      '/23/59/59/a_b-(c)-中文.html',
    ],
    ['/:slugified_categories/:title.html', '/emnews/财经/Hello-World.html', '/none.html', '/a-b/c/a_b-(c)-中文.html'],
    [
      '/:year/:month_:day/:title.html',
      '/2021/01_03/Hello-World.html',
      '/2021/01_03/none.html',
      '/2020/12_31/a_b-(c)-中文.html',
    ],
    ['/:year_/:title.html', '/2021_/Hello-World.html', '/2021_/none.html', '/2020_/a_b-(c)-中文.html'],
    ['blog/:title.html', '/blog/Hello-World.html', '/blog/none.html', '/blog/a_b-(c)-中文.html'],
    ['/a..b/:title.html', '/a/b/Hello-World.html', '/a/b/none.html', '/a/b/a_b-(c)-中文.html'],
    ['/x/./:title.html', '/x/Hello-World.html', '/x/none.html', '/x/a_b-(c)-中文.html'],
    ['/:categories/', '/emnews/财经/', '/', '/a b/c/'],
    ['/新闻/:title.html', '/新闻/Hello-World.html', '/新闻/none.html', '/新闻/a_b-(c)-中文.html'],
  ])('%s', (style, hello, none, odd) => {
    expect(postPath({ style, ...posts['Hello-World'] })).toBe(hello)
    expect(postPath({ style, ...posts.none })).toBe(none)
    expect(postPath({ style, ...posts.odd })).toBe(odd)
  })

  it.each([
    ['/:collection/:name:output_ext', '/posts/2021-01-03-hello-world.html'],
    ['/:path', '/2021-01-03-Hello-World'],
  ])('%s', (permalink, address) =>
    expect(addressOf('_posts/2021-01-03-Hello-World.md', 'title: x', `permalink: "${permalink}"`)).toBe(address),
  )

  it('the permalink of the collection goes before the site’s', () => {
    expect(
      addressOf(
        '_posts/2021-01-03-x.md',
        'categories: a b',
        'permalink: pretty\ncollections:\n  posts:\n    output: true\n    permalink: /c/:title.html',
      ),
    ).toBe('/c/x.html')
    expect(
      addressOf(
        '_posts/2021-01-03-x.md',
        'categories: a b',
        'permalink: pretty\ncollections:\n  posts:\n    output: true',
      ),
    ).toBe('/a/b/2021/01/03/x/')
  })
  it('defaults give categories and permalinks', () => {
    expect(
      addressOf(
        '_posts/2021-01-03-x.md',
        'categories: a b',
        'defaults:\n  - scope: {path: "", type: posts}\n    values: {categories: [zz]}',
      ),
    ).toBe('/zz/a/b/2021/01/03/x.html')
    expect(
      addressOf(
        '_posts/2021-01-03-x.md',
        'categories: a b',
        'defaults:\n  - scope: {path: "", type: posts}\n    values: {permalink: "/d/:title.html"}',
      ),
    ).toBe('/d/x.html')
  })
  it('an absent or empty permalink is date', () => {
    expect(addressOf('_posts/2021-01-03-x.md', 'categories: a b', '')).toBe('/a/b/2021/01/03/x.html')
    expect(addressOf('_posts/2021-01-03-x.md', 'categories: a b', 'permalink:')).toBe('/a/b/2021/01/03/x.html')
  })
  it('a base address is no part of the path', () =>
    expect(addressOf('_posts/2021-01-03-x.md', 'categories: a b', 'baseurl: /blog')).toBe('/a/b/2021/01/03/x.html'))
})

describe('categories', () => {
  it.each([
    ['categories: Emnews Hot NEWS', '/emnews/hot/news'],
    ['categories: [Emnews, Hot News]', '/emnews/hot news'],
    ['categories:\n  - 中国 经济\n  - Sub', '/中国 经济/sub'],
    ['categories: 财经 要闻', '/财经/要闻'],
    ['categories: 财经　要闻', '/财经　要闻'],
    ['categories: "[a] (b) {c}"', '/[a]/(b)/{c}'],
    ['categories: A a A b', '/a/b'],
    ['category: One Two', '/one two'],
    ['category: [One, Two]', '/one/two'],
    ['category: One\ncategories: Two Three', '/two/three/one'],
    ['categories:', ''],
    ['categories: ""', ''],
    ['categories: []', ''],
    ['categories: a/b c', '/a/b/c'],
    ['categories: "a%20b 100% c#d e?f"', '/a%20b/100%/c#d/e?f'],
    ['categories: ["a#b#c"]', '/a#b#c'],
    ['categories: "~x a.b a..b"', '/~x/a.b/a/b'],
    ['categories: [a, null, "", b]', '/a/b'],
    ['categories: ÄÖ НОВОСТИ', '/äö/новости'],
    ['title: &t x\ncategories: [*t, q]', '/x/q'],
    ['categories: one\ncategories: two', '/two'],
  ])('%j', (matter, path) => expect(addressOf('_posts/2021-01-03-x.md', matter)).toBe(`${path}/2021/01/03/x.html`))

  it.each([
    ['News/_posts/2021-01-03-x.md', '', '/news/2021/01/03/x.html'],
    ['News/Deep Folder/_posts/2021-01-03-x.md', 'categories: emnews', '/news/deep folder/emnews/2021/01/03/x.html'],
    ['_posts/sub/dir/2021-01-03-x.md', 'categories: emnews', '/emnews/2021/01/03/x.html'],
    ['news/_posts/2021-01-03-x.md', 'categories: news x', '/news/x/2021/01/03/x.html'],
    ['news/_posts/deep/2021-01-03-x.md', 'categories: x', '/news/x/2021/01/03/x.html'],
    ['news/_posts/2021-01-03-x.md', 'category: x', '/news/x/2021/01/03/x.html'],
  ])('of the folder %s with %j', (path, matter, address) => expect(addressOf(path, matter)).toBe(address))

  it('are read from a string or a list', () => {
    expect(readCategories(' a  b\tc ')).toEqual(['a', 'b', 'c'])
    expect(readCategories(['a b', '', 'c'])).toEqual(['a b', 'c'])
    expect(readCategories(undefined)).toEqual([])
    expect(readCategories(new Map())).toEqual([])
  })
})

describe('names of files', () => {
  it.each([
    ['UPPER-Case', 'UPPER-Case'],
    ['a b  c', 'a-b-c'],
    ['trailing-', 'trailing'],
    ['-leading', 'leading'],
    ['--two', 'two'],
    ['a--b', 'a-b'],
    ['dots.in.name', 'dots.in.name'],
    ['ends.', 'ends'],
    ['a_b', 'a_b'],
    ['q?x', 'q-x'],
    ['h#x', 'h-x'],
    ['p%20x', 'p-20x'],
    ['plus+and&eq=', 'plus+and&eq='],
    ['star*colon:semi;', 'star-colon-semi;'],
    ['[brackets]', 'brackets'],
    ['(paren)', '(paren)'],
    ['中文 标题，测试', '中文-标题-测试'],
    ['em—dash', 'em-dash'],
    ['quote\'s"x', "quote's-x"],
    ['emoji😀x', 'emoji-x'],
    ['~tilde', '~tilde'],
    ['at@x', 'at@x'],
    ['back\\x', 'back-x'],
    ['pipe|x', 'pipe-x'],
    ['é-é', 'é-é'],
    ['ｆｕｌｌ', 'ｆｕｌｌ'],
    ['①②', ''],
    ['-', ''],
    ['x..y', 'x/y'],
    ['..x', 'x'],
    ['½', ''],
    ['٣', '٣'],
    ['a…b', 'a-b'],
    ['《书》“引”', '书-引'],
    ['two.ext', 'two.ext'],
    ['', ''],
  ])('%j becomes %j', (name, title) =>
    expect(addressOf(`_posts/2021-01-03-${name}.md`, 'title: x')).toBe(`/2021/01/03/${title}.html`),
  )

  it.each([
    ['_posts/2021-1-3-short.md', '/2021/01/03/short.html'],
    ['_posts/21-1-3-short.md', '/2021/01/03/short.html'],
    ['_posts/2021-01-03-x.markdown', '/2021/01/03/x.html'],
    ['_posts/2021-01-03-x.html', '/2021/01/03/x.html'],
    ['_posts/2021-01-03-x.htm', '/2021/01/03/x.htm'],
  ])('%s', (path, address) => expect(addressOf(path, 'title: x')).toBe(address))

  it.each(['nodate.md', '12021-01-03-long.md', 'x2021-01-03-pre.md', '2021-01-03.md'])(
    '%s has no date, so Jekyll gave it no address',
    (name) => expect(readPostName(name).day).toBeNull(),
  )
  it('are taken apart', () =>
    expect(readPostName('2021-01-03-A.b-c.markdown')).toMatchObject({ day: '2021-01-03', slug: 'A.b-c' }))

  it('become parts of a path that any server can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const slug = slugify(name)
        expect(slug).not.toMatch(/[/?#%\s\\"<>]/)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe('front matter', () => {
  it.each([
    ['slug: My Own_Slug!', '/2021/01/03/My-Own_Slug!.html'],
    ['slug: 自己 的', '/2021/01/03/自己-的.html'],
    ['title: Some Title', '/2021/01/03/x.html'],
    ['permalink: /own/place.html', '/own/place.html'],
    ['permalink: own/place2.html', '/own/place2.html'],
    ['permalink: /own/dir/', '/own/dir/'],
    ['permalink: /:year/:title/x.html\ncategories: q', '/2021/x/x.html'],
    ['permalink: pretty', '/pretty'],
    ['permalink: date', '/date'],
    ['permalink: none', '/none'],
    ['permalink: /own/noext', '/own/noext'],
    ['permalink: /财经/我的 文章.html', '/财经/我的 文章.html'],
    ['permalink: /a%20b/%E4%B8%AD.html', '/a b/中.html'],
    ['permalink: /a/../b/./c.html', '/a/b/c.html'],
    ['permalink:', '/2021/01/03/x.html'],
  ])('%s', (matter, address) => expect(addressOf('_posts/2021-01-03-x.md', matter)).toBe(address))

  it.each([
    ['2021-12-08 18:46:18 +0800', '/2021/12/08/x.html'],
    ['2021-12-08 18:46:18', '/2021/12/09/x.html'],
    ['2021-12-08', '/2021/12/08/x.html'],
    ['2021-12-08 18:46', '/2021/12/08/x.html'],
    ['2021-12-08T18:46:18Z', '/2021/12/09/x.html'],
    ['2021-12-08 15:59:59', '/2021/12/08/x.html'],
    ['2021-12-08 16:00:00', '/2021/12/09/x.html'],
    ['2021-12-08 23:46:18 -0500', '/2021/12/09/x.html'],
    ['2021-12-08t18:46:18', '/2021/12/09/x.html'],
    ['2021/12/08', '/2021/12/08/x.html'],
    ['2021-12-08 24:00:00 +0800', '/2021/12/09/x.html'],
    ['2021-12-08 18:46:18 +0800 # 注', '/2021/12/08/x.html'],
    ['"2021-12-08 18:46:18"', '/2021/12/08/x.html'],
    ['"2021-12-08 23:46:18 +0800"', '/2021/12/08/x.html'],
    ['2021-02-30 10:00:00 +0800', '/2021/03/02/x.html'],
  ])('date: %s', (value, address) => expect(addressOf('_posts/2020-02-02-x.md', `date: ${value}`)).toBe(address))

  it('that Jekyll did not see gives neither categories nor a date', () => {
    const { article } = read(
      '_posts/2021-01-03-x.md',
      '\n---\ntitle: x\ncategories: zz\ndate: 2021-05-05 10:00:00 +0800\n---\n正文',
    )
    expect(article.path).toBe('/2021/01/03/x.html')
    expect(article.movedPaths).toEqual(['/zz/2021/05/05/x.html'])
  })
  it.each([
    ['with a byte order mark', '\ufeff---\ntitle: x\ncategories: zz\n---\n正文', '/zz/2021/01/03/x.html'],
    [
      'with lines that end as on Windows',
      '---\r\ntitle: x\r\ncategories: zz yy\r\n---\r\n正文\r\n',
      '/zz/yy/2021/01/03/x.html',
    ],
    ['closed by dots', '---\ntitle: x\ncategories: zz\n...\n正文', '/zz/2021/01/03/x.html'],
    ['that is absent', '正文', '/2021/01/03/x.html'],
    ['that is never closed', '---\ntitle: x\ncategories: zz\n正文', '/2021/01/03/x.html'],
  ])('%s', (_how, text, address) => expect(read('_posts/2021-01-03-x.md', text).article.path).toBe(address))

  it('that fails as YAML is read all the same: Jekyll had put it at the day of its build', () => {
    expect(
      read(
        '_posts/2021-01-03-x.md',
        '---\ntitle: "a "b" c"\ncategories: zz\ndate: 2021-05-05 10:00:00 +0800\n---\n正文',
      ).article.path,
    ).toBe('/zz/2021/05/05/x.html')
  })
})

function read(path: string, text: string, config = '') {
  const { permalink, categories, ...site } = readSiteConfig(`timezone: Asia/Shanghai\n${config}`)
  return toArticle([{ path, bytes: Buffer.from(text) }], {
    siteKey: '',
    zone: site.zone ?? '',
    permalink,
    categories,
    zoneless: 'local',
    pictureSizes: new Map(),
    shiftDays: 0,
  })
}

function addressOf(path: string, matter: string, config = ''): string | null {
  return read(path, `---\n${matter}\n---\n正文。`, config).article.path
}
