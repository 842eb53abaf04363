import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, readFrontMatter, textOf } from './front-matter'
import { headlineFrom, tidyHeadline } from './headline'
import { toArticle } from './post-article'

const plain = (field: Field): unknown =>
  field instanceof Map
    ? Object.fromEntries([...field].map(([key, value]) => [key, plain(value)]))
    : Array.isArray(field)
      ? field.map(plain)
      : field
const fieldsOf = (block: string) => {
  const matter = readFrontMatter(`---\n${block}\n---\n正文`)
  return matter && plain(matter.fields)
}
const title = (line: string) => (fieldsOf(`layout: post\ntitle: ${line}\ndate: 2021-01-03`) as { title: string }).title

describe('a file is split', () => {
  it.each([
    ['at two lines of dashes', '---\ntitle: a\n---\nb\n', { title: 'a' }, 'b\n'],
    ['where dots close it', '---\ntitle: a\n...\nb', { title: 'a' }, 'b'],
    ['where it ends after the front matter', '---\ntitle: a\n---', { title: 'a' }, ''],
    ['where there is nothing in it', '---\n---\nb', {}, 'b'],
    ['where blanks follow the dashes', '---  \ntitle: a\n---\t\nb', { title: 'a' }, 'b'],
    ['where the text has dashes of its own', '---\ntitle: a\n---\nb\n---\nc\n', { title: 'a' }, 'b\n---\nc\n'],
    [
      'where lines end as on Windows',
      '---\r\ntitle: a\r\ntags: t\r\ncategories: x y\r\n---\r\nb\r\n',
      { title: 'a', tags: 't', categories: 'x y' },
      'b\r\n',
    ],
    [
      'where only some lines do',
      '---\nlayout: post\r\ntitle: a\ncategories: x\r\n---\nb',
      { layout: 'post', title: 'a', categories: 'x' },
      'b',
    ],
  ])('%s', (_where, text, fields, body) => {
    const matter = readFrontMatter(text)
    expect(matter && plain(matter.fields)).toEqual(fields)
    expect(matter).toMatchObject({ body, repairs: [], seenByJekyll: true })
  })

  it('behind blank lines too, and says so, since Jekyll did not see it', () => {
    for (const before of ['\n', '\n\n', ' \n', '\r\n', '\t\n \n']) {
      const matter = readFrontMatter(`${before}---\ntitle: a\n---\nb`)
      expect(matter, JSON.stringify(before)).toMatchObject({
        body: 'b',
        repairs: ['front-matter-late'],
        seenByJekyll: false,
      })
      expect(matter && plain(matter.fields)).toEqual({ title: 'a' })
    }
  })
  it('behind a byte order mark, which Jekyll takes off', () =>
    expect(readFrontMatter('\ufeff---\ntitle: a\n---\nb')).toMatchObject({ body: 'b', seenByJekyll: true }))
  it.each([
    'plain',
    '',
    '----\ntitle: a\n----\n',
    ' ---\ntitle: a\n---\n',
    '---\ntitle: a\nnever closed',
    'x\n---\ntitle: a\n---\n',
    '--- title\n---\n',
  ])('not where there is none: %j', (text) => expect(readFrontMatter(text)).toBeNull())
  it('without taking long over a file that only looks like one', () => {
    const started = performance.now()
    readFrontMatter(`${'\n'.repeat(60_000)}x`)
    readFrontMatter(`---\n${'title: a\n'.repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('a title', () => {
  it.each([
    ['plain', '要闻 一则', '要闻 一则'],
    ['quoted', '"要闻"', '要闻'],
    ['with quotes inside quotes', '"股东"偷偷"减持"', '股东"偷偷"减持'],
    ['with a backslash', '"（A\\B类）考试"', '（A\\B类）考试'],
    ['with a backslash that YAML would read as a control character', '"C:\\new\\table"', 'C:\\new\\table'],
    ['with escaped quotes', '"他说\\"好\\""', '他说"好"'],
    ['in single quotes', "'it''s'", "it's"],
    ['with an apostrophe', '"Didn\'t Know"', "Didn't Know"],
    ['with a colon', '快讯: 今日', '快讯: 今日'],
    ['with a hash that begins no comment', '"获奖 | #长隆#"', '获奖 | #长隆#'],
    ['followed by a comment', '要闻 # 待改', '要闻'],
    ['that begins with a bracket', '[待处理]请查收', '[待处理]请查收'],
    ['that begins with an at sign', '@山西人', '@山西人'],
    ['that begins with a star, as delisted shares do', '*ST金泰：明日停牌', '*ST金泰：明日停牌'],
    ['that begins with an ampersand', '&quot;引&quot;', '&quot;引&quot;'],
    ['that begins with a percent sign', '%的增长', '%的增长'],
    ['that is a number', '1.10', '1.10'],
    ['that is an octal number', '010', '010'],
    ['that is a word of YAML’s', 'yes', 'yes'],
    ['that is a date', '2021-12-08', '2021-12-08'],
    ['in Chinese quotes', '“引语”与《书名》', '“引语”与《书名》'],
    ['written in codes', '"\\u4e2d\\u6587"', '中文'],
    ['folded', '>-\n  一行\n  又一行', '一行 又一行'],
    ['with half a quote', '"a"b', '"a"b'],
    ['that is empty', '""', ''],
    ['that is absent', '', ''],
  ])('%s is read', (_what, line, expected) => expect(title(line)).toBe(expected))

  it('of several lines keeps them all, and the next key', () => {
    expect(fieldsOf('title: "第一行\n第二行\n\n第四行"\ndate: 2021-01-03')).toEqual({
      title: '第一行\n第二行\n\n第四行',
      date: '2021-01-03',
    })
    expect(fieldsOf('title: "第一行 "引" 了\n时间: 未定\\x"\ndate: 2021-01-03')).toEqual({
      title: '第一行 "引" 了\n时间: 未定\\x',
      date: '2021-01-03',
    })
  })
  it('in the wire’s template is what the wire put in, whatever that was', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter(
        (given) =>
          !/[\r\n\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]/.test(given) &&
          given.isWellFormed() &&
          given.trim() === given,
      )
    fc.assert(
      fc.property(text, (given) => {
        const fields = readFrontMatter(
          `---\nlayout: post\ntitle: "${given}"\ndate: 2021-06-15 06:58:26 +0800\ncategories: wechat\n---\n<p>x</p>`,
        )?.fields
        expect(textOf(fields ?? new Map(), 'date')).toBe('2021-06-15 06:58:26 +0800')
        expect(textOf(fields ?? new Map(), 'categories')).toBe('wechat')
        // Escapes that YAML knows are read as YAML does; all else stands as written.
        if (!given.includes('\\')) expect(fields?.get('title')).toBe(given)
      }),
      { numRuns: 300 },
    )
  })
})

describe('other fields', () => {
  it('may be lists, in both shapes', () => {
    expect(fieldsOf('tags: [a, "b c", 1.10]\ncategories:\n  - x\n  - y z')).toEqual({
      tags: ['a', 'b c', '1.10'],
      categories: ['x', 'y z'],
    })
    expect(fieldsOf('categories:\n- x\n- y')).toEqual({ categories: ['x', 'y'] })
  })
  it('may be maps', () =>
    expect(fieldsOf('image:\n  path: /a.png\n  alt: 图')).toEqual({ image: { path: '/a.png', alt: '图' } }))
  it('may stand among comments and empty lines', () =>
    expect(fieldsOf('# 说明\ntitle: a\n\n# 又\ntags: b # c')).toEqual({ title: 'a', tags: 'b' }))
  it('may have keys that are quoted or Chinese', () =>
    expect(fieldsOf('"title": a\n作者: b')).toEqual({ title: 'a', 作者: 'b' }))
  it('may refer to each other', () =>
    expect(fieldsOf('title: &t 棠州\ncategories: [*t, q]')).toEqual({ title: '棠州', categories: ['棠州', 'q'] }))
  it('stated twice are the last', () =>
    expect(fieldsOf('categories: one\ncategories: two')).toEqual({ categories: 'two' }))
  it('keep their dates as written', () =>
    expect(fieldsOf('a: 2021-12-08 18:46:18 +0800\nb: 2021-12-08T18:46:18\nc: "2021-12-08"\nd:')).toEqual({
      a: '2021-12-08 18:46:18 +0800',
      b: '2021-12-08T18:46:18',
      c: '2021-12-08',
      d: '',
    }))
  it('of one broken line do not take the others with them', () =>
    expect(fieldsOf('title: "a "b""\ntags: [x\ndate: 2021-01-03')).toMatchObject({
      title: 'a "b"',
      date: '2021-01-03',
    }))
  it('that are lists or empty have no text', () => {
    const { fields } = readFrontMatter('---\na: [x]\nb:\nc: " x "\n---\n') ?? { fields: new Map() }
    expect([textOf(fields, 'a'), textOf(fields, 'b'), textOf(fields, 'c'), textOf(fields, 'd')]).toEqual([
      undefined,
      undefined,
      'x',
      undefined,
    ])
  })
})

const derived = join(import.meta.dirname, '../../../shared/samples/finews-derived/_posts')

describe.skipIf(!existsSync(derived))('real headlines in the old site’s template (needs ../shared/samples)', () => {
  const files = existsSync(derived) ? readdirSync(derived) : []

  it('are all there', () => expect(files).toHaveLength(29))

  it.each(files)('%s has the headline a reader would want, its date and its category', (file) => {
    const bytes = readFileSync(join(derived, file))
    const { article, repairs } = toArticle([{ path: `_posts/${file}`, bytes }], {
      siteKey: 'x',
      zone: 'Asia/Shanghai',
      permalink: 'date',
      zoneless: 'local',
      pictureSizes: new Map(),
      shiftDays: 0,
    })
    const [, raw = '', date = '', category = ''] =
      /^title: "([\s\S]*)"\ndate: (\S+ \S+) \+0800\ncategories: (\S+)$/m.exec(String(bytes)) ?? []
    expect(article.copy.headline).toBe(wanted(raw))
    expect(article.copy.headline).not.toBe('')
    expect(article.publishedAt).toEqual(new Date(`${date.replace(' ', 'T')}+08:00`))
    expect(article.copy.category).toBe(category)
    expect(repairs.filter((repair) => repair !== 'front-matter-loose')).toEqual([])
  })
})

describe('a tidy headline', () => {
  it.each([
    ['&amp; and &lt;b&gt; &quot;x&quot; &hellip;', '& and <b> "x" …'],
    ['&#20013;&#x6587;', '中文'],
    ['AT&T &bogus; &amp;amp;', 'AT&T &bogus; &amp;'],
    [' a\n\t b\u00a0c ', 'a b c'],
    ['\u200b零\u2060宽\ufeff', '零宽'],
    ['私\ue000用', '私用'],
    ['以史为镜　以史明志', '以史为镜　以史明志'],
    ['家庭👨‍👩‍👧', '家庭👨‍👩‍👧'],
    ['2️⃣🔥', '2️⃣🔥'],
    ['"引" \\ \'', '"引" \\ \''],
    ['倒\u202e着\u2066的\u00ad字', '倒着的字'],
    ['一行\u2028两行', '一行 两行'],
    ['\u0007铃', '铃'],
  ])('%j reads %j', (raw, tidy) => expect(tidyHeadline(raw)).toBe(tidy))

  it('is tidy already the second time, unless it spoke of entities', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('&')),
        (text) => {
          expect(tidyHeadline(tidyHeadline(text))).toBe(tidyHeadline(text))
        },
      ),
    )
  })
})

describe('a headline for an article that came without', () => {
  it.each([
    ['一句。二句。', '一句'],
    ['问？答。', '问？'],
    ['3.5%的增长。', '3.5%的增长'],
    ['甲\n乙', '甲'],
    ['', ''],
    ['\n', ''],
  ])('%j gives %j', (text, headline) => expect(headlineFrom(text)).toBe(headline))
  it('is no longer than a headline', () => {
    expect([...headlineFrom('甲'.repeat(100))]).toHaveLength(45)
    expect(headlineFrom('🌾'.repeat(100)).isWellFormed()).toBe(true)
  })
})

/** The rule, said once more and otherwise: what stands between the quotes, entities decoded, what nobody can see left out, white space collapsed. */
function wanted(raw: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' }
  return raw
    .replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/[\p{Co}\u200b\ufeff]/gu, '')
    .split(/[ \t\n\u00a0]+/)
    .filter(Boolean)
    .join(' ')
    .trim()
}
