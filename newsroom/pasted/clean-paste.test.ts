import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { cleanPaste as cleanWith } from './clean-paste'
import { deepestClipboard, largestClipboard } from './read-clipboard'

const words = { pictureLost: '［这里有一张没能带过来的图片，请另行上传］' }
const cleanPaste = (html: string) => cleanWith(html, words)

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))
const hostile = join(import.meta.dirname, '../../../shared/samples/hostile')
const ours = readdirSync(fixtures).filter((name) => !name.includes('.clean.'))
const theirs = ['word-paste', 'pasted'].flatMap((folder) =>
  existsSync(hostile)
    ? readdirSync(join(hostile, folder))
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(folder, name))
    : [],
)

describe('pictures that are there as data', () => {
  const png = 'data:image/png;base64,iVBORw0KGgo='
  const kept = (html: string) => cleanWith(html, words, { takesData: true })
  it('stay so for who takes them in, with their caption', () => {
    expect(kept(`<p>甲<img src="${png}" alt="图">乙</p>`)).toBe(
      `<p>甲</p><figure><img src="${png}" alt="图"></figure><p>乙</p>`,
    )
    expect(kept(`<figure><img src="${png}"><figcaption>说明</figcaption></figure>`)).toBe(
      `<figure><img src="${png}" alt=""><figcaption>说明</figcaption></figure>`,
    )
  })
  it.each([
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:text/html;base64,PHA+',
    'data:image/png,raw',
    'file:///C:/a.png',
    'cid:1',
  ])('are none that is %s', (src) => expect(kept(`<img src="${src}">`)).toBe(`<p>${words.pictureLost}</p>`))
})

describe('what an editor copied from another program', () => {
  it.each(ours)('%s comes over as it was meant', (name) => {
    const wanted = readFileSync(join(fixtures, name.replace('.html', '.clean.html')), 'utf8')
    expect(byLine(cleanPaste(readFileSync(join(fixtures, name), 'utf8')))).toBe(
      byLine(wanted.replace(/>\n+|\n+(?=<)/g, (end) => (end.startsWith('>') ? '>' : ''))),
    )
  })

  it.each(ours)('%s keeps the rules of every clipboard', (name) =>
    expectRulesKept(readFileSync(join(fixtures, name), 'utf8'), { text: name !== 'excel.html' }),
  )
})

describe.skipIf(theirs.length === 0)(
  'a real page or Word file that was copied (skipped where the samples are absent)',
  () => {
    it.each(theirs)('%s keeps the rules of every clipboard', (path) =>
      expectRulesKept(readFileSync(join(hostile, path), 'utf8'), { text: true }),
    )

    it('has its nested Word list', () => {
      const list = readFileSync(join(hostile, 'word-paste/list_nested-mixed_input.word2016.html'), 'utf8')
      expect(cleanPaste(list)).toBe(
        '<ul><li>A1<ol><li>B2<ul><li>C4</li></ul><ol start="2"><li>D3</li></ol></li></ol></li><li>E1<ol><li>F2</li></ol></li></ul>',
      )
    })
  },
)

describe.skipIf(!existsSync(hostile))(
  'a vector of DOMPurify or html5sec (skipped where the samples are absent)',
  () => {
    it('runs nothing when it is pasted', () => {
      const dompurify: { payload: string }[] = JSON.parse(readFileSync(join(hostile, 'dompurify/expect.json'), 'utf8'))
      const items: { data: string }[] = JSON.parse(readFileSync(join(hostile, 'html5sec/items.json'), 'utf8'))
      const payloads: Record<string, string> = JSON.parse(readFileSync(join(hostile, 'html5sec/payloads.json'), 'utf8'))
      const filled = items.map(({ data }) => data.replace(/%(\w+)%/g, (gap, name: string) => payloads[name] ?? gap))
      const vectors = [...dompurify.map(({ payload }) => payload), ...items.map(({ data }) => data), ...filled]
      expect(vectors.length).toBeGreaterThan(500)
      for (const vector of vectors) {
        const clean = cleanPaste(vector)
        expect(strangersIn(clean), vector).toEqual([])
        expect(cleanPaste(clean), vector).toBe(clean)
      }
    })
  },
)

describe('a clipboard', () => {
  const cases: [string, string, string][] = [
    ['a script', '<p>甲</p><script>alert(1)</script>', '<p>甲</p>'],
    ['a link that runs', '<p><a href=" java\nscript:alert(1)">甲</a></p>', '<p>甲</p>'],
    ['a link into its own page', '<p><a href="#top">甲</a><a href="/b.html">乙</a></p>', '<p>甲乙</p>'],
    ['a handler and a name', '<p id="main" onclick="x()" data-x="1">甲</p>', '<p>甲</p>'],
    ['an SVG as data', '<p>甲<img src="data:image/svg+xml,%3Csvg/%3E"></p>', `<p>甲</p><p>${words.pictureLost}</p>`],
    ['HTML as data', '<a href="data:text/html,x">甲</a>', '<p>甲</p>'],
    ['a picture as data', '<img src="data:image/png;base64,iVBORw0=" alt="图">', `<p>${words.pictureLost}</p>`],
    [
      'a picture of the machine',
      '<p>甲<img src="file:///C:/a.png">乙</p>',
      `<p>甲</p><p>${words.pictureLost}</p><p>乙</p>`,
    ],
    [
      'a picture of a mail',
      '<img src="cid:1"><img src="blob:https://e.org/1">',
      `<p>${words.pictureLost}</p>`.repeat(2),
    ],
    [
      'marks around blocks',
      '<b><p>甲</p><i>乙</i></b>',
      '<p><strong>甲</strong></p><p><strong><em>乙</em></strong></p>',
    ],
    [
      'marks cut to pieces',
      '<strong>四</strong><b>十</b><span style="font-weight:700">五</span>',
      '<p><strong>四十五</strong></p>',
    ],
    ['a mark that hangs over', '<p><u>甲 </u>乙<b> </b>丙</p>', '<p><u>甲</u> 乙 丙</p>'],
    ['a blank of the source', '<p>中国\n  经济 GDP\n增长\nrate up</p>', '<p>中国经济 GDP 增长 rate up</p>'],
    ['nothing at all', '<p>&nbsp;</p><div><br></div><h2> </h2><ul><li></li></ul><blockquote></blockquote>', ''],
    ['a heading of every level', '<h1>甲</h1><h2>乙</h2><h6>丙</h6>', '<h2>甲</h2><h3>乙</h3><h4>丙</h4>'],
    ['headings that begin at the second', '<h2><b>甲</b></h2><h3>乙</h3>', '<h2>甲</h2><h3>乙</h3>'],
    [
      'a list in a list',
      '<ol start="3"><li><p>甲</p><ul><li>乙</li></ul></li></ol>',
      '<ol start="3"><li>甲<ul><li>乙</li></ul></li></ol>',
    ],
    ['an item of two paragraphs', '<ul><li>甲<p>乙</p></li></ul>', '<ul><li><p>甲</p><p>乙</p></li></ul>'],
    ['loose text in a list', '<ul>甲<li>乙</li>丙</ul>', '<ul><li>甲</li><li><p>乙</p><p>丙</p></li></ul>'],
    [
      'a caption of a table',
      '<table><caption>甲</caption><tr><th>乙<td>丙</table>',
      '<p>甲</p><table><tbody><tr><th>乙</th><td>丙</td></tr></tbody></table>',
    ],
    [
      'a table in a cell',
      '<table><tr><td>甲<table><tr><td>乙<td>丙</table><td>丁</table>',
      '<table><tbody><tr><td><p>甲</p><table><tbody><tr><td>乙</td><td>丙</td></tr></tbody></table></td><td>丁</td></tr></tbody></table>',
    ],
    ['a remark in a Word file', '<p>甲</p><div style="mso-element:comment-list"><p>改一下</p></div>', '<p>甲</p>'],
  ]
  it.each(cases)('with %s', (_what, given, wanted) => expect(cleanPaste(given)).toBe(wanted))

  it('says what was left behind in the newspaper’s words', () =>
    expect(cleanWith('<img src="file:///a.png">', { pictureLost: '[picture]' })).toBe('<p>[picture]</p>'))

  it('nested as deep as it may be is read, and deeper comes over as text', () => {
    const nest = (depth: number) => `${'<div>'.repeat(depth)}<b>甲</b>${'</div>'.repeat(depth)}<p>乙</p>`
    expect(cleanPaste(nest(deepestClipboard - 1))).toBe('<p><strong>甲</strong></p><p>乙</p>')
    expect(cleanPaste(nest(deepestClipboard))).toBe('<p>甲</p><p>乙</p>')
    const started = performance.now()
    expect(cleanPaste(nest(50_000))).toBe('<p>甲</p><p>乙</p>')
    expect(cleanPaste('<font>'.repeat(100_000).concat('</p>'.repeat(100_000), '甲 &amp; 乙'))).toContain('甲 &#x26; 乙')
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('that is too large comes over as text, however many pictures it holds as data', () => {
    const paragraph = '<p><b>渡口</b>今天照常开船。</p>'
    const large = paragraph.repeat(Math.ceil(largestClipboard / paragraph.length))
    expect(cleanPaste(large)).not.toContain('<strong>')
    expect(cleanPaste(large)).toContain('<p>渡口今天照常开船。</p>')
    const pictures = `<p><b>甲</b></p><img src="data:image/png;base64,${'A'.repeat(largestClipboard)}">`
    expect(cleanPaste(pictures)).toBe(`<p><strong>甲</strong></p><p>${words.pictureLost}</p>`)
  })

  it('that never closes what it opens takes no time', () => {
    const started = performance.now()
    for (const piece of [
      '<',
      '<a ',
      '<!--',
      '<xml',
      '<xml>',
      '<script',
      '<script>',
      '<a href="',
      '<![if ',
      '</p>',
      '<td>',
    ])
      cleanPaste(piece.repeat(200_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

describe('any tree of HTML', () => {
  const text = fc.constantFrom('甲', '乙丙', ' ', '\n', '　　丁', 'word', '\u00a0\u00a0', '戊\n己', '<', '&amp;')
  const name = fc.constantFrom(
    ...'p div section span b i u s sub sup code font h1 h2 h5 ul ol li blockquote table thead tbody tr td th caption pre figure figcaption a br hr img center dl dt o:p label'.split(
      ' ',
    ),
  )
  const style = fc.constantFrom(
    '',
    'font-weight:bold',
    'font-weight:400',
    'font-style: italic',
    'text-decoration:underline line-through',
    'vertical-align:super',
    'display:block',
    'mso-list:l0 level1 lfo1',
    'mso-list:l0 level3 lfo1',
    'mso-outline-level:2',
  )
  const { tree } = fc.letrec<{ tree: Nodes; element: Element }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      text.map((value): Nodes => ({ type: 'text', value })),
      tie('element'),
    ),
    element: fc.record({
      type: fc.constant('element' as const),
      tagName: name,
      properties: fc.record({
        style,
        href: fc.constantFrom('https://e.example/', 'javascript:x', '/a'),
        src: fc.constantFrom('https://e.example/a.png', 'https://e.example/b.png'),
        colSpan: fc.constantFrom(1, 2),
        onClick: fc.constant('x()'),
      }),
      children: fc.array(tie('tree'), { maxLength: 4 }) as fc.Arbitrary<Element['children']>,
    }),
  }))

  it('keeps its text in order, holds nothing but what is allowed, and is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (children) =>
        expectRulesKept(toHtml({ type: 'root', children: children as Root['children'] }), { text: true }),
      ),
      { numRuns: 1000 },
    )
  })
})

function expectRulesKept(given: string, { text }: { text: boolean }): void {
  const clean = cleanPaste(given)
  expect(strangersIn(clean)).toEqual([])
  expect(emptyIn(clean)).toEqual([])
  expect(clean).not.toMatch(/\u00a0|\u200b| {2}(?![^<]*<\/code><\/pre>)|mso|<!--/)
  if (text) expect(seenText(clean).replaceAll(words.pictureLost, '')).toBe(seenText(given))
  expect(cleanPaste(clean)).toBe(clean)
}

/** Elements and attributes that a cleaned clipboard may not have, and addresses that lead or load elsewhere. */
function strangersIn(clean: string): string[] {
  const found: string[] = []
  each(fromHtml(clean, { fragment: true }), ({ tagName, properties }) => {
    const attributes = allowed.get(tagName)
    if (!attributes) found.push(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      if (!attributes?.test(name)) found.push(`${tagName}[${name}]`)
      if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/.test(String(value))) found.push(`href ${value}`)
      if (name === 'src' && !/^https?:\/\//.test(String(value))) found.push(`src ${value}`)
    }
  })
  return found
}

const allowed = new Map(
  Object.entries({
    a: /^href$/,
    img: /^(?:src|alt)$/,
    ol: /^start$/,
    td: /^(?:colSpan|rowSpan)$/,
    th: /^(?:colSpan|rowSpan)$/,
  }).concat(
    'p h2 h3 h4 strong em u s sub sup ul li blockquote table thead tbody tr figure figcaption pre code hr br'
      .split(' ')
      .map((name) => [name, /^$/]),
  ),
)

function emptyIn(clean: string): string[] {
  const found: string[] = []
  each(fromHtml(clean, { fragment: true }), (element) => {
    const mayBe = ['br', 'hr', 'img', 'td', 'th', 'tr'].includes(element.tagName)
    if (!mayBe && element.children.length === 0) found.push(element.tagName)
  })
  return found
}

/** All text that was seen, without blanks: what Word writes for readers without lists, and what was hidden, is none. */
function seenText(html: string): string {
  const read = (node: Nodes, isItem: boolean): string => {
    if (node.type === 'text') return node.value
    if (!('children' in node)) return ''
    if (node.type === 'element' && isHidden(node, isItem)) return ''
    const item =
      isItem ||
      (node.type === 'element' && /mso-list:\s*l\d/.test(String(node.properties.style)) && node.tagName === 'p')
    // A browser shows a caption above its table, and the table's head above its rows, wherever they were written.
    const isTable = node.type === 'element' && node.tagName === 'table'
    const placeOf = (child: Nodes) =>
      isTable && child.type === 'element' ? ['caption', 'thead'].indexOf(child.tagName) : -1
    const above = node.children.filter((child) => placeOf(child) >= 0).sort((a, b) => placeOf(a) - placeOf(b))
    const children = [...above, ...node.children.filter((child) => placeOf(child) < 0)]
    return children.map((child) => read(child, item)).join('')
  }
  return read(fromHtml(html, { fragment: true }), false).replace(/[\s\u200b]+/g, '')
}

function isHidden({ tagName, properties }: Element, isItem: boolean): boolean {
  if (
    /^(?:script|style|title|xml|iframe|svg|noscript|video|audio|canvas|object|input|textarea|select|template|col|colgroup)$/.test(
      tagName,
    )
  )
    return true
  const style = String(properties.style ?? '')
  return /display:\s*none/.test(style) || (isItem && /mso-list:\s*ignore/i.test(style))
}

function each(parent: Nodes, see: (element: Element) => void): void {
  if (parent.type === 'element') see(parent)
  if ('children' in parent) for (const child of parent.children) each(child, see)
}

/** A block a line, so that a difference can be read. */
function byLine(html: string): string {
  return html.replace(/(?=<(?:p|h\d|ul|ol|li|table|tr|td|figure|pre)\b)/g, '\n').trim()
}
