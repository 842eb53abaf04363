import { expect, it } from 'vitest'
import { toReadersHtml } from './readers-html'
import { securitiesOf } from './securities-of'

const marksOf = (body: string) => securitiesOf(toReadersHtml(body, 'html').html)
const stock = (mark: string, words: string) =>
  `<span id="stock"><a href="https://e.org/" data-code="${mark}">${words}</a></span>`

it('a body’s securities are told by its marks, with their names', () =>
  expect(marksOf(`<p>${stock('600519|1|1', '贵州茅台')}与${stock('1,600160', '巨化股份')}</p>`)).toEqual([
    { market: 'sh', code: '600519', name: '贵州茅台' },
    { market: 'sh', code: '600160', name: '巨化股份' },
  ]))
it('so they are in Markdown and as our own writers mark them', () =>
  expect(
    securitiesOf(toReadersHtml('买入<span data-code="00700" data-market="hk">腾讯</span>。', 'markdown').html),
  ).toEqual([{ market: 'hk', code: '00700', name: '腾讯' }]))
it('one that is marked twice is told once, by its first name', () =>
  expect(
    marksOf(
      `<p>${stock('600519|1|1', '600519')}，${stock('600519|1|1', '贵州茅台')}，${stock('600519|1|1', '茅台')}</p>`,
    ),
  ).toEqual([{ market: 'sh', code: '600519', name: '贵州茅台' }]))
it('a body without marks has none', () =>
  expect(marksOf('<p>600519 &lt;span class="security" data-security="sh.600519"&gt;茅台</p>')).toEqual([]))
it('what only looks like a mark, in words or in a picture’s description, is none', () =>
  expect(
    marksOf(
      `<p>&lt;span class="security" data-security="sh.600519">茅台&lt;/span></p><img src="https://e.org/a.png" alt='<span class="security" data-security="sh.600519">茅台</span>'>`,
    ),
  ).toEqual([]))
it('boards of concepts and pictures of charts are none', () =>
  expect(
    marksOf(`<p>${stock('90,BK0493', '新能源')}${stock('K 600519|1|1', '<img src="https://e.org/k.png">')}</p>`),
  ).toEqual([]))

it.each([
  ['a name with a sign that HTML writes otherwise', 'AT&amp;T &lt;B&gt;', 'AT&T <B>'],
  ['a name over two lines', '贵州\n茅台', '贵州 茅台'],
  ['the code again', '600519', null],
  ['the code with its market', 'SH:600519', null],
  ['the code before its market', '600519.SH', null],
  ['the code in brackets', '（600519）', null],
  ['no words', ' ', null],
  ['a sentence', '公司'.repeat(21), null],
])('%s: %j', (_, words, name) =>
  expect(securitiesOf(`<span class="security" data-security="sh.600519">${words}</span>`)).toEqual([
    { market: 'sh', code: '600519', name },
  ]),
)
it('a mark of no market or no code is none', () =>
  expect(
    ['moon.600519', 'sh.', 'sh.../x', '600519', 'sh.1234567890123'].flatMap((key) =>
      securitiesOf(`<span class="security" data-security="${key}">甲</span>`),
    ),
  ).toEqual([]))
