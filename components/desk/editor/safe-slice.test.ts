import { getSchema } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import { readHtml } from './read-html'
import { safeSlice } from './safe-slice'
import { schema, vocabulary } from './schema'
import { waitingPicture } from './waiting-picture'
import { writeHtml } from './write-html'

const make = (type: string, attrs: Record<string, unknown>, ...content: Node[]) => {
  const found = schema.nodes[type]
  if (!found) throw new Error(type)
  return found.create(attrs, content)
}
const text = (words: string) => schema.text(words)
const paste = (...nodes: Node[]) => safeSlice(new Slice(Fragment.from(nodes), 0, 0)).content.content
const pasted = (node: Node) => paste(node).map(writeHtml).join('')
const own = (html: string) => {
  const node = readHtml(html, schema)
  if (!node) throw new Error(`not read: ${html}`)
  return node
}

it.each([
  '<h3>甲</h3>',
  '<p>甲<strong>乙<em>丙</em></strong><a href="https://e.org/" title="丁">戊</a></p>',
  '<p>买入<span data-code="600519" data-market="sh">贵州茅台</span>。</p>',
  '<p><span id="stock_1.600519"><a href="https://e.org/" class="keytip" data-code="600519|1|1">贵州茅台</a></span></p>',
  '<p><ruby>邸<rt>dǐ</rt></ruby></p>',
  '<table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td colspan="1">乙</td></tr></tbody></table>',
  '<figure><img src="https://e.org/a.png" alt="码头"><figcaption>甲</figcaption></figure>',
  '<blockquote class="pull"><p>甲</p></blockquote>',
  '<aside class="correction"><p>甲</p></aside>',
  '<ol start="3"><li>甲</li></ol>',
  '<pre><code class="language-bars">甲 | 1\n</code></pre>',
])('our own copy comes in as it went out: %s', (html) => expect(pasted(own(html))).toBe(html))

it.each([
  ['<p onclick="run()">甲</p>', '<p>甲</p>'],
  ['<p style="color: red" id="x">甲</p>', '<p>甲</p>'],
  ['<p style="color: red; text-align: center">甲</p>', '<p style="text-align: center">甲</p>'],
  ['<p class="mso em_media">甲</p>', '<p class="em_media">甲</p>'],
  ['<p><a href="javascript:run()">甲</a></p>', '<p><a>甲</a></p>'],
  ['<p><img src="javascript:run()" onerror="run()"></p>', '<p><img></p>'],
  [
    '<table style="width:9px"><tbody><tr><td bgcolor="red">甲</td></tr></tbody></table>',
    '<table><tbody><tr><td>甲</td></tr></tbody></table>',
  ],
])('a look and a program stay behind: %s', (html, safe) => expect(pasted(own(html))).toBe(safe))

it.each([
  ['<span data-code="600519"><script>run()</script>茅台</span>', '<span data-code="600519">茅台</span>'],
  ['<span data-code="moon">茅台</span>', '茅台'],
  ['<p>茅台', '茅台'],
  ['<script>run()</script>', '给人看的'],
])('a mark of a security that is %s is held to what it says', (source, safe) =>
  expect(pasted(make('paragraph', {}, text('甲'), make('security', { source, words: '给人看的' })))).toBe(
    `<p>甲${safe}</p>`,
  ),
)

it('the words shown of what is pasted whole are its own', () => {
  const [line] = paste(make('paragraph', {}, make('inlineSource', { source: '<ruby>真的</ruby>', words: '假的' })))
  expect(line?.firstChild?.attrs).toMatchObject({ source: '<ruby>真的</ruby>', words: '真的' })
})

it('a block that is held whole loses what runs, and is none where nothing else was in it', () => {
  const opaque = (source: string) => make('opaque', { source, what: 'html', place: 3 })
  const blocks = paste(
    opaque('<video src="a.mp4"></video>'),
    opaque('<div><script>run()</script>甲</div>'),
    opaque('<script>run()</script>'),
  )
  expect(blocks.map(({ type, attrs }) => [type.name, attrs.source, attrs.place])).toEqual([
    ['opaque', '<video src="a.mp4"></video>', null],
    ['opaque', '<div>甲</div>', null],
    ['paragraph', undefined, null],
  ])
})

it('what a clipboard claims of nodes around it is no attribute that could not have been written here', () => {
  const cell = make(
    'tableCell',
    { colspan: 1e9, rowspan: -1, colwidth: [5e5] },
    make('paragraph', { tag: 'script', place: 2 }, text('甲')),
  )
  const table = make(
    'table',
    { before: '<caption><script>run()</script></caption>', place: 1 },
    make('tableRow', { section: 'script' }, cell),
  )
  expect(pasted(table)).toBe('<table><tbody><tr><td><p>甲</p></td></tr></tbody></table>')
  expect(pasted(make('heading', { level: 'script' }, text('甲')))).toBe('<h1>甲</h1>')
  expect(pasted(make('heading', { level: 3, keep: 'x' }, text('甲')))).toBe('<h3>甲</h3>')
  const note = make('paragraph', {}, make('footnoteNumber', { label: '"><script>' }))
  expect(paste(note)[0]?.firstChild?.attrs.label).toBe('1')
})

it('a picture on its way into the library is still on it, unless it could run', () => {
  const types = getSchema([...vocabulary, waitingPicture('没能带来')]).nodes
  const comes = (src: string) => {
    const node = types.waitingPicture?.create({ src, alt: '码头', caption: '甲', place: 3, note: '别的话' })
    return node && safeSlice(new Slice(Fragment.from(node), 0, 0)).content.firstChild?.attrs
  }
  const data = 'data:image/png;base64,AAAA'
  expect(comes(data)).toEqual({ src: data, alt: '码头', caption: '甲', place: null, note: '没能带来' })
  expect(comes('data:image/svg+xml,<svg onload=run()>')).toMatchObject({ src: '' })
})
