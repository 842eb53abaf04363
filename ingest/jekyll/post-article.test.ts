import { describe, expect, it } from 'vitest'
import { type PostRules, toArticle, UnreadableFile } from './post-article'

const rules: PostRules = {
  siteKey: 'old.example',
  zone: 'Asia/Shanghai',
  permalink: 'date',
  zoneless: 'local',
  pictureSizes: new Map([['/pictures/a.jpg', { width: 1600, height: 900 }]]),
  shiftDays: 0,
}
const file = (text: string | Uint8Array, path = '_posts/2021-12-08-x.md') => ({
  path,
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
})
const read = (text: string | Uint8Array, path?: string, more: Partial<PostRules> = {}) =>
  toArticle([file(text, path)], { ...rules, ...more })
const post = (matter: string, body = '<p>正文。</p>') => `---\n${matter}\n---\n${body}\n`
const wire = post(
  'layout: post\ntitle: "绵阳开会"\ndate: 2022-06-08 07:26:22 +0800\ncategories: mianyangribao\ntags: 绵阳日报新闻',
  '<p>本报讯 正文。</p><p class="em_media">（文章来源：绵阳日报）</p>\n\n<https://e.org/1>\n\n[返回绵阳日报新闻](//o/)｜[返回首页](//o/)',
)

describe('a post of the wire', () => {
  it('becomes an article with its furniture in its own places', () => {
    expect(read(wire, '_posts/2022-06-08-202206082404519285.md')).toMatchObject({
      repairs: [],
      article: {
        originKey: 'jekyll:old.example/2022-06-08-202206082404519285',
        wireCode: '202206082404519285',
        isPublic: true,
        categoryName: '绵阳日报',
        path: '/mianyangribao/2022/06/08/202206082404519285.html',
        movedPaths: [],
        publishedAt: new Date('2022-06-07T23:26:22Z'),
        copy: {
          headline: '绵阳开会',
          category: 'mianyangribao',
          tags: [],
          source: { name: '绵阳日报', address: 'https://e.org/1' },
          body: '<p>本报讯 正文。</p>',
          bodyFormat: 'html',
          kind: 'flash',
          slug: null,
          byline: null,
        },
        readers: { html: '<p>本报讯 正文。</p>', summary: '本报讯 正文。' },
      },
    })
  })
  it('of the medium itself has the same code as the digest', () =>
    expect(read(wire, '_posts/2022-06-08-NW202206082404519285.md').article.wireCode).toBe('202206082404519285'))
  it('that is old and new is one article at two addresses', () => {
    const older = wire.replace('绵阳开会', '旧题')
    const { article } = toArticle(
      [file(wire, '_posts/2022-06-08-x.md'), file(older, 'old_post/2022-06-08-x.md')],
      rules,
    )
    expect(article).toMatchObject({
      path: '/mianyangribao/2022/06/08/x.html',
      movedPaths: ['/old_post/2022-06-08-x.html'],
      copy: { headline: '绵阳开会' },
    })
    expect(article.originals.map(({ path }) => path)).toEqual(['_posts/2022-06-08-x.md', 'old_post/2022-06-08-x.md'])
  })
  it('that is only old keeps the address it had as a post, and the one it had as a page', () =>
    expect(read(wire, 'old_post/2022-06-08-x.md').article).toMatchObject({
      originKey: 'jekyll:old.example/2022-06-08-x',
      path: '/mianyangribao/2022/06/08/x.html',
      movedPaths: ['/old_post/2022-06-08-x.html'],
    }))
})

describe('what had to be put right', () => {
  it('is a title that is empty', () =>
    expect(read(post('title: ""\ndate: 2021-12-08', '<p>首句在此。次句。</p>'))).toMatchObject({
      repairs: ['title-missing'],
      article: { copy: { headline: '首句在此' } },
    }))
  it('is what the desk could not save whole', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`)
    expect(read(post(`title: a\ntags: [${tags(21)}]`)).repairs).toEqual(['tags-cut'])
    expect(read(post(`title: a\ntags: [${tags(20)}]`)).repairs).toEqual([])
    expect(read(post(`title: ${'长'.repeat(201)}`)).repairs).toEqual(['text-cut'])
    expect(read(post(`title: a\nkicker: ${'长'.repeat(201)}\ntags: [${'长'.repeat(41)}]`)).repairs).toEqual([
      'text-cut',
    ])
  })
  it('is a date that is empty: the name’s day', () =>
    expect(read(post('title: a\ndate:'))).toMatchObject({
      repairs: ['date-missing'],
      article: { publishedAt: new Date('2021-12-07T16:00:00Z') },
    }))
  it('is a date that is none', () => expect(read(post('title: a\ndate:  +0800')).repairs).toEqual(['date-missing']))
  it('is not a date that was left to the name', () => expect(read(post('title: a')).repairs).toEqual([]))
  it('is a name without a date: no address, the day from the wire’s code', () => {
    expect(read(post('title: a\ndate:'), '_posts/-202205262391921712.md')).toMatchObject({
      repairs: ['date-missing', 'name-missing'],
      article: { path: null, movedPaths: [], publishedAt: new Date('2022-05-25T16:00:00Z') },
    })
  })
  it('is front matter that is absent', () =>
    expect(read('正文。')).toMatchObject({
      repairs: ['no-front-matter', 'title-missing'],
      article: { copy: { headline: '正文', category: 'news' }, categoryName: '未分类' },
    }))
  it('is GB 18030', () => {
    const gbk = Uint8Array.from([
      ...Buffer.from('---\ntitle: '),
      0xd6,
      0xd0,
      0xce,
      0xc4,
      ...Buffer.from('\n---\n<p>x</p>\n'),
    ])
    expect(read(gbk)).toMatchObject({ repairs: ['encoding'], article: { copy: { headline: '中文' } } })
  })
  it('is nothing, with a byte order mark', () =>
    expect(read(`\ufeff${post('title: a')}`)).toMatchObject({ repairs: [], article: { copy: { headline: 'a' } } }))
  it('is nothing, with Windows’ line ends from first to last', () => {
    expect(read(wire.replaceAll('\n', '\r\n'), '_posts/2022-06-08-x.md')).toMatchObject({
      repairs: [],
      article: {
        path: '/mianyangribao/2022/06/08/x.html',
        categoryName: '绵阳日报',
        copy: {
          headline: '绵阳开会',
          tags: [],
          source: { name: '绵阳日报', address: 'https://e.org/1' },
          body: '<p>本报讯 正文。</p>',
        },
      },
    })
  })
})

describe('a file that cannot become an article', () => {
  it.each([
    ['empty', ''],
    ['only front matter', '---\nlayout: post\n---\n'],
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ['of no encoding', new Uint8Array([0x2d, 0xff, 0xff, 0xfe, 0x41])],
    ['of 4,000,001 bytes', `---\ntitle: a\n---\n${'a'.repeat(4_000_001)}`],
  ])('is %s', (_what, bytes) => expect(() => read(bytes)).toThrow(UnreadableFile))
  it('has no date anywhere', () => expect(() => read(post('title: a'), '_posts/x.md')).toThrow('no date'))
  it.each([
    ['permalink', `permalink: /${'a'.repeat(2000)}.html`],
    ['category', `permalink: /a.html\ncategories: ${'栏'.repeat(700)}`],
  ])('has a %s that no store could look up', (_, matter) =>
    expect(() => read(post(`title: a\ndate: 2026-11-24 08:00:00 +0800\n${matter}`))).toThrow('2000 at most'),
  )
  it('is nested too deep', () =>
    expect(() => read(post('title: a', '<div>'.repeat(50_000)))).toThrow(
      expect.objectContaining({ reason: 'body-deep' }),
    ))
  it('is too large for a page', () =>
    expect(() => read(post('title: a', 'a'.repeat(1_000_001)))).toThrow(
      expect.objectContaining({ reason: 'body-large' }),
    ))
})

describe('front matter', () => {
  const copyOf = (matter: string, body?: string) =>
    read(post(`date: 2021-12-08 10:00:00 +0800\ntitle: a\n${matter}`, body)).article.copy

  it('gives tags from a string, a list, or one', () => {
    expect(copyOf('tags: 港口 桥梁').tags).toEqual(['港口', '桥梁'])
    expect(copyOf('tags: [砚江三桥, 天气, 天气]').tags).toEqual(['砚江三桥', '天气'])
    expect(copyOf('tag: 港口').tags).toEqual(['港口'])
    expect(copyOf(`tags: [${Array.from({ length: 30 }, (_, index) => `t${index}`)}]`).tags).toHaveLength(20)
  })
  it('gives one tag of a post that is not the wire’s as a tag', () =>
    expect(copyOf('categories: jingji\ntags: 港口').tags).toEqual(['港口']))
  it('gives byline, editor, source, kicker, standfirst and urgency of our own keys', () => {
    expect(
      copyOf(
        'author: 沈砚秋\neditor: 江予怀\nsource: 棠州日报\nsource_url: https://e.org/\nkicker: 焦点\ndescription: 导语。\nurgent: true',
      ),
    ).toMatchObject({
      byline: '沈砚秋',
      editor: '江予怀',
      source: { name: '棠州日报', address: 'https://e.org/' },
      kicker: '焦点',
      standfirst: '导语。',
      urgent: true,
    })
  })
  it('gives a picture by path, address or map, with the size of a file of the site', () => {
    expect(copyOf('image: /pictures/a.jpg\nimage_alt: 合龙').picture).toEqual({
      address: '/pictures/a.jpg',
      alt: '合龙',
      caption: null,
      credit: null,
      width: 1600,
      height: 900,
    })
    expect(copyOf('image:\n  path: https://e.org/b.jpg\n  alt: 图\n  width: 800\n  height: 450').picture).toEqual({
      address: 'https://e.org/b.jpg',
      alt: '图',
      caption: null,
      credit: null,
      width: 800,
      height: 450,
    })
    expect(copyOf('image: b.jpg').picture).toBeNull()
    expect(copyOf('image: javascript:alert(1)').picture).toBeNull()
    expect(copyOf('image: //evil.example/b.jpg').picture).toBeNull()
  })
  it('gives no source address that a link must not have', () =>
    expect(copyOf('source: 某报\nsource_url: "javascript:alert(1)"').source?.address ?? '').not.toContain('javascript'))
  it('says what kind it is, else its length does', () => {
    expect(copyOf('kind: flash', '<p>很长。</p>'.repeat(100)).kind).toBe('flash')
    expect(copyOf('kind: story').kind).toBe('story')
    expect(copyOf('', '一句话。').kind).toBe('flash')
    expect(copyOf('', '一句话。\n\n![图](https://e.org/a.png)').kind).toBe('story')
    expect(copyOf('', '字'.repeat(141)).kind).toBe('story')
  })
  it('may hold an article back', () => {
    expect(read(post('title: a\npublished: false')).article.isPublic).toBe(false)
    expect(read(post('title: a\npublished: true')).article.isPublic).toBe(true)
  })
  it('gives no copy that the desk could not save again', () => {
    const long = '字'.repeat(900)
    const copy = copyOf(`kicker: ${long}\ndescription: ${long}\nauthor: ${long}\neditor: ${long}\ntags: [${long}]`)
    expect(
      [copy.kicker, copy.standfirst, copy.byline, copy.editor, ...copy.tags].every(
        (text) => [...(text ?? '')].length <= 600,
      ),
    ).toBe(true)
    expect([...read(post(`title: ${long}`)).article.copy.headline].length).toBeLessThanOrEqual(200)
  })
})

describe('a demonstration’s dates', () => {
  it('move by whole days, and addresses with them', () => {
    expect(
      read(post('title: a\ndate: 2021-12-08 23:30:00 +0800\ncategories: q'), undefined, { shiftDays: 30 }).article,
    ).toMatchObject({ publishedAt: new Date('2022-01-07T15:30:00Z'), path: '/q/2022/01/07/x.html' })
  })
})
