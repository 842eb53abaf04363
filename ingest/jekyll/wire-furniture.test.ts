import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryNameFrom } from './category-name'
import { liftWireFurniture } from './wire-furniture'

const lifted = { body: '<p>正文。</p>', format: 'html', standfirst: null, medium: null, editor: null, original: null }
const back = '[返回某报新闻](//old.example/category/moubao.html)｜[返回首页](//old.example/)'

describe('the foot of a wire story', () => {
  it.each([
    [
      'medium, original and ways back',
      `<p>正文。</p><p class="em_media">（文章来源：某报）</p>\n\n<https://e.org/news/1,2.html>\n\n${back}`,
      { medium: '某报', original: 'https://e.org/news/1,2.html' },
    ],
    [
      'ways back on two lines',
      '<p>正文。</p>\n\n<http://e.org/1>\n[返回某报新闻](//old.example/moubao/)\n｜[返回首页](//old.example/)\n',
      { original: 'http://e.org/1' },
    ],
    ['one way back', '<p>正文。</p>\n\n[返回首页](/)', {}],
    ['an empty link', `<p>正文。</p><p class="em_media">（文章来源：某报）</p>\n\n<>\n\n${back}`, { medium: '某报' }],
    ['nothing but an empty link', '<p>正文。</p>\n\n<>', {}],
    [
      'an original that is only an address',
      '<p>正文。</p>\n\nhttps://e.org/a?b=1&c=2',
      { original: 'https://e.org/a?b=1&c=2' },
    ],
    ['an original with its name', '<p>正文。</p>\n原文链接：https://e.org/a', { original: 'https://e.org/a' }],
    [
      'lines that end as on Windows',
      `<p>正文。</p><p>（文章来源：某报）</p>\r\n\r\n<https://e.org/1>\r\n\r\n${back}\r\n`,
      { medium: '某报', original: 'https://e.org/1' },
    ],
    ['nothing at all', '<p>正文。</p>\n', {}],
  ])('%s', (_what, body, found) => expect(liftWireFurniture(body)).toEqual({ ...lifted, ...found }))

  it('takes the last address only: the one before it is the story’s', () =>
    expect(liftWireFurniture('<p>正文。</p>\n\nhttps://e.org/a\n\nhttps://e.org/b')).toMatchObject({
      body: '<p>正文。</p>\n\nhttps://e.org/a',
      original: 'https://e.org/b',
    }))
  it('leaves a link that leads elsewhere', () =>
    expect(liftWireFurniture('正文\n\n[续读](https://e.org/2)').body).toBe('正文\n\n[续读](https://e.org/2)'))
  it('takes no longer over a line of blanks than over any other', () => {
    const started = performance.now()
    for (const line of [
      `[返回首页](/)${' '.repeat(2000)}x`,
      `${'[返回首页](/) '.repeat(18)}x`,
      `<p>来源：a${' '.repeat(3000)}b</p>`,
      `（文章来源：${' '.repeat(3000)}`,
    ])
      liftWireFurniture(`<p>正文。</p>\n\n${line}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('the digest', () => {
  it('that stands before the story as a quotation becomes the standfirst', () =>
    expect(liftWireFurniture('> 导语在此。（某报）\n\n<p>正文。</p>')).toEqual({
      ...lifted,
      standfirst: '导语在此。（某报）',
    }))
  it('of a blank line that holds blanks too', () =>
    expect(liftWireFurniture('>导语。\n \n<p>正文。</p>')).toEqual({ ...lifted, standfirst: '导语。' }))
  it.each(['> 引语\n\n正文', '> 一\n> 二\n\n<p>正文</p>', '<p>正文</p>\n\n> 引语\n\n<p>又</p>', '> 只有引语'])(
    'is not what a writer quotes: %j',
    (body) => expect(liftWireFurniture(body)).toMatchObject({ standfirst: null, body }),
  )
})

describe('the medium', () => {
  it.each([
    ['<p class="em_media">（文章来源：某报）</p>', '某报'],
    [
      '<p class="em_media">（文章来源：上海<span id="bk"><a href="https://q.example" data-code="90,BK0473">证券</a></span><span id="q"></span>报）</p>',
      '上海证券报',
    ],
    ['<p>（文章来源：甲&amp;乙）</p>', '甲&乙'],
    ['<p>文章来源：某报</p>', '某报'],
    ['<p>来源: 某报</p>', '某报'],
    ['<p style="text-align:right"><strong>（来源：某报）</strong></p>', '某报'],
    ['<p>(文章来源:某报)</p>', '某报'],
    ['（文章来源：某报）', '某报'],
    ['<p class="em_media">（文章来源：Discuz! Q 3.0）</p>', 'Discuz! Q 3.0'],
  ])('%s', (credit, medium) => expect(liftWireFurniture(`<p>正文。</p>${credit}`)).toEqual({ ...lifted, medium }))

  it('at the end of the last sentence', () =>
    expect(liftWireFurniture('<p>正文。（文章来源：某报）</p>')).toEqual({ ...lifted, medium: '某报' }))
  it('in Markdown', () =>
    expect(liftWireFurniture('正文。\n\n（文章来源：某报）')).toEqual({
      ...lifted,
      body: '正文。',
      format: 'markdown',
      medium: '某报',
    }))
  it('inside a box', () =>
    expect(liftWireFurniture('<div><p>正文。</p><p>（文章来源：某报）</p></div>')).toMatchObject({
      body: '<div><p>正文。</p></div>',
      medium: '某报',
    }))
  it('that was left empty is none', () =>
    expect(liftWireFurniture('<p>正文。</p><p>（文章来源：）</p>').medium).toBeNull())

  it.each([
    '<p>来源：资金从何而来？</p>',
    '<p>文章来源：某报说，记者走访了三家企业。</p>',
    '<p>来源：一是财政，二是社会资本，三是银行贷款，其中财政占三成。</p>',
    '<p>图片来源：某报</p>',
    '<p>收入来源：工资</p>',
  ])('is no sentence that begins like it: %s', (paragraph) =>
    expect(liftWireFurniture(`<p>正文。</p>${paragraph}`)).toMatchObject({
      medium: null,
      body: `<p>正文。</p>${paragraph}`,
    }),
  )
  it('is not looked for far from the end', () => {
    const body = `<p>来源：某报</p>${'<p>段。</p>'.repeat(6)}`
    expect(liftWireFurniture(body)).toMatchObject({ medium: null, body })
  })
})

describe('the responsible editor', () => {
  it.each([
    ['in a paragraph', '<p>责任编辑：江予怀</p>'],
    ['in a paragraph and brackets', '<p>（责任编辑：江予怀）</p>'],
    ['in square brackets', '<p>【责编：江予怀】</p>'],
    ['in a link', '<p>责任编辑：<a href="#">江予怀</a></p>'],
    ['behind the last paragraph', '（责任编辑：江予怀）'],
  ])('%s', (_where, credit) =>
    expect(liftWireFurniture(`<p>正文。</p>${credit}`)).toEqual({ ...lifted, editor: '江予怀' }),
  )

  it('at the end of the last sentence', () =>
    expect(liftWireFurniture('<p>正文。（责任编辑：DF123）</p>')).toEqual({ ...lifted, editor: 'DF123' }))
  it('beside the medium, in either order', () => {
    expect(liftWireFurniture('<p>正文。</p><p>（文章来源：某报）</p><p>责任编辑：江予怀</p>')).toEqual({
      ...lifted,
      medium: '某报',
      editor: '江予怀',
    })
    expect(liftWireFurniture('<p>正文。</p><p>责任编辑：江予怀</p><p class="em_media">（文章来源：某报）</p>')).toEqual(
      { ...lifted, medium: '某报', editor: '江予怀' },
    )
  })
  it('in one paragraph with the medium does not become part of its name', () =>
    expect(liftWireFurniture('<p>正文。</p><p>来源：某报 责任编辑：江予怀</p>').medium ?? '').not.toContain('责任编辑'))
})

describe('the story itself', () => {
  it('is untouched, whatever stands in it', () => {
    const paragraph = fc.constantFrom(
      '<p>甲。</p>',
      '<p>占比<1%</p>',
      '<p>{{ x }}</p>',
      '<table><tr><td>1</td></tr></table>',
      '<p><a href="https://e.org/">链接</a></p>',
      '<p>他说：“来源不明。”</p>',
    )
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (story, hasMedium, hasOriginal) => {
          const body = story.join('')
          const given = `${body}${hasMedium ? '<p class="em_media">（文章来源：某报）</p>' : ''}\n${hasOriginal ? '\n<https://e.org/1>\n' : ''}\n${back}`
          expect(liftWireFurniture(given)).toEqual({
            ...lifted,
            body,
            medium: hasMedium ? '某报' : null,
            original: hasOriginal ? 'https://e.org/1' : null,
          })
        },
      ),
    )
  })
  it('is HTML where all of it is, and Markdown otherwise', () => {
    expect(liftWireFurniture('<p>甲</p>\n\n<p>乙</p>').format).toBe('html')
    expect(liftWireFurniture('<p>甲</p>\n\n乙').format).toBe('markdown')
    expect(liftWireFurniture('甲 <b>乙</b>').format).toBe('markdown')
    expect(liftWireFurniture('<!-- x --><p>甲</p>').format).toBe('html')
  })
  it('that is empty gives nothing', () =>
    expect(liftWireFurniture('')).toEqual({ ...lifted, body: '', format: 'markdown' }))
})

describe('the name of a category', () => {
  it.each([
    ['某报新闻', 'moubao', '某报', '某报'],
    ['每日经济新闻新闻', 'meirijingjixinwen', null, '每日经济新闻'],
    ['每日经济新闻', 'meirijingjixinwen', null, '每日经济新闻'],
    ['绵阳日报新闻', 'mianyangribao', null, '绵阳日报'],
    ['东财滚动新闻', 'emnews', null, '东财滚动新闻'],
    ['站长消息', 'sitenews', null, '站长消息'],
    ['新闻', 'news', null, '新闻'],
    ['TechWeb新闻', 'TechWeb', null, 'TechWeb'],
    ['21财经新闻', '21caijing', null, '21财经'],
    ['绿色新闻', 'lvse', null, '绿色'],
    ['澎湃新闻', 'pengpaixinwen', null, '澎湃新闻'],
    ['澎湃新闻新闻', 'pengpaixinwen', null, '澎湃新闻'],
  ])('of tag %s and slug %s (medium %s) is %s', (tag, slug, medium, name) =>
    expect(categoryNameFrom(tag, slug, medium)).toBe(name),
  )
  it('is unknown without a tag', () => expect(categoryNameFrom(undefined, 'x', '某报')).toBeNull())
})
