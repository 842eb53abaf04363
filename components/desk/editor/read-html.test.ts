import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sliceBody } from '@/newsroom/body-blocks'
import { normalForm } from './html-tree'
import { readHtml } from './read-html'
import { schema } from './schema'
import { writeHtml } from './write-html'

describe('the editor has words for', () => {
  it.each([
    '<p style="text-align:center;">甲</p>',
    '<p>　　甲<strong>乙</strong>丙<em>丁</em><u>戊</u><s>己</s><sub>1</sub><sup>2</sup><code>x</code></p>',
    '<p><strong><a href="https://example.org/a">甲</a></strong><a href="/b"><strong>乙</strong></a></p>',
    '<p><strong>甲</strong><strong>乙</strong><strong>丙</strong></p>',
    '<p><b>甲<i>乙</i></b><br><span class="dateline"><span>丙</span></span></p>',
    '<p>甲<span id="stock_1.600519"><a href="https://example.org" class="keytip" data-code="1,600519">贵州茅台</a></span>乙</p>',
    '<p>甲<!-- 乙 --><span></span><ruby>丙<rt>丁</rt></ruby></p>',
    '<center><img src="https://example.org/a.jpg" width="580" data-x="1" /></center>',
    '<h3 id="a">甲</h3>',
    '<ul>\n<li>甲</li>\n<li>乙\n<ol start="3"><li><p>丙</p></li></ol>\n</li></ul>',
    '<blockquote class="pull"><p>甲</p><footer>乙</footer></blockquote>',
    '<aside class="correction"><h3>更正<time datetime="2026-11-24">十一月二十四日</time></h3><p>甲</p></aside>',
    '<figure><img src="/media/a.jpg" alt="甲"><figcaption>乙<span class="credit">丙 摄</span></figcaption></figure>',
    '<table><caption>甲</caption><thead><tr><th scope="col">乙</th><th>丙</th></tr></thead><tbody class="x"><tr><td colspan="2">丁</td></tr></tbody></table>',
    '<table><tr><td rowspan="2">甲</td><td><p>乙</p></td></tr><tr><td colspan="1">丙</td></tr></table>',
    '<pre><code class="language-bars">甲 | 万\n乙 | 3\n</code></pre>',
    '<pre>\n\n甲</pre>',
    '<hr class="x">',
    '甲<b>乙</b>',
  ])('%s', (html) => {
    const node = readHtml(html, schema)
    expect(node).not.toBeNull()
    if (node) expect(normalForm(writeHtml(node))).toBe(normalForm(html))
  })
})

describe('the editor has no words for', () => {
  it.each([
    '<script>甲</script>',
    '<iframe src="https://example.org"></iframe>',
    '<video src="a.mp4"></video>',
    '<details><summary>甲</summary>乙</details>',
    '<div><div>甲</div></div>',
    '<table><tr><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>',
    '<ul>甲<li>乙</li></ul>',
    '<p>甲</p><p>乙</p>',
  ])('%s', (html) => expect(readHtml(html, schema)).toBeNull())
})

const samples = join(import.meta.dirname, '../../../../shared/samples/finews/site/_posts')
it.skipIf(!existsSync(samples))(
  'has words for nine in ten blocks of real wire copy (skipped where the samples are not)',
  () => {
    const blocks = readdirSync(samples).flatMap((name) => {
      const body = readFileSync(join(samples, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
      return sliceBody(body, /^\s*</.test(body) ? 'html' : 'markdown').filter(({ kind }) => kind === 'html')
    })
    const cores = blocks.map(({ source, from, to }) => source.slice(from, to))
    const unsaid = cores.filter((core) => !readHtml(core, schema))
    expect(blocks.length).toBeGreaterThan(50)
    expect(unsaid.length / blocks.length, unsaid.slice(0, 5).join('\n')).toBeLessThan(0.1)
  },
)
