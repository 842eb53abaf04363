import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import type { Element, Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { toReadersHtml } from '@/newsroom/readers-html'
import { slimDocument } from './slim-document'

const slimmed = (html: string) => slimDocument(Buffer.from(html)).toString()

/** What a browser makes of a document, without what slimming takes: scripts, what announces them, and comments. */
function treeOf(html: string): unknown {
  return tidy(fromHtml(html))
}
function tidy(node: Nodes): unknown {
  if (node.type === 'text') return node.value
  if (node.type !== 'root' && node.type !== 'element') return node.type
  const parts: unknown[] = []
  const children = node.type === 'element' && node.content ? node.content.children : node.children
  for (const child of children) {
    if (child.type === 'comment' || (child.type === 'element' && isFramework(child))) continue
    const part = tidy(child)
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts.splice(-1, 1, last + part)
    else parts.push(part)
  }
  return node.type === 'root' ? parts : [node.tagName, node.properties, ...parts]
}
function isFramework({ tagName, properties: { type, src, rel, as, hidden }, children }: Element): boolean {
  if (tagName === 'script') return type !== 'application/ld+json' && type !== 'speculationrules' && src !== '/reader.js'
  if (tagName === 'div') return hidden === true && children.every((child) => child.type === 'comment')
  return tagName === 'link' && (String(rel) === 'modulepreload' || (String(rel) === 'preload' && as === 'script'))
}

/** A document as Next writes one, with a body of ours in it. */
const nextDocument = (body: string) =>
  `<!DOCTYPE html><!--build--><html lang="zh-Hans-CN"><head><meta charSet="utf-8"/>` +
  `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>` +
  `<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>` +
  `<script src="/_next/static/chunks/a.js" async=""></script><title>标题 &amp; 副题</title>` +
  `<script src="/_next/static/chunks/p.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div>` +
  `<main><h1>甲<!-- -->乙</h1><div class="body">${body}</div><!--$--><!--/$--></main>` +
  `<script src="/_next/static/chunks/b.js" id="_R_" async=""></script>` +
  `<script>(self.__next_f=self.__next_f||[]).push([0])</script>` +
  `<script>self.__next_f.push([1,"0:\\"<p>\\u003c/script>甲</p>\\"\\n"])</script></body></html>`

describe('a slim document', () => {
  const slim = slimmed(nextDocument('<p>文</p>'))

  it('has no script, nothing that announces one, and none of the framework’s marks', () =>
    expect(slim).toBe(
      `<!DOCTYPE html><!--build--><html lang="zh-Hans-CN"><head><meta charSet="utf-8"/>` +
        `<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>` +
        `<title>标题 &amp; 副题</title></head><body><main><h1>甲乙</h1><div class="body"><p>文</p></div></main></body></html>`,
    ))
  it('keeps data for machines, and our own script', () => {
    const kept =
      `<script type="application/ld+json">{"headline":"a \\u003c/script> <!-- --> <p>","x":"<!--$-->"}</script>` +
      `<script type="speculationrules">{"prefetch":[]}</script><script src="/reader.js" async=""></script>`
    expect(slimmed(nextDocument(kept))).toContain(kept)
  })
  it.each([
    '<script src="/reader.js?x"></script>',
    '<script src="//evil.example/reader.js"></script>',
    '<script src="reader.js"></script>',
    '<script type="module">x</script>',
    '<script type="text/javascript">x</script>',
    '<script data-x="a>b">if (a<b && c>d) "<p>"</script>',
    '<SCRIPT>x</SCRIPT >',
    '<script>"<!--<script>"</script>',
    '<script></script\n>',
    '<link rel="modulepreload" href="/x.js"/>',
    '<link href="/x.js" as="script" rel="preload">',
  ])('keeps nothing of %s', (script) => expect(slimmed(`<p>甲</p>${script}<p>乙</p>`)).toBe('<p>甲</p><p>乙</p>'))
  it.each([
    '<link rel="preload" as="image" href="/a.jpg"/>',
    '<link rel="preload" as="style" href="/a.css"/>',
    '<link rel="alternate" type="application/atom+xml" href="/feed.xml"/>',
    '<!-- 编者注 -->',
    '<!--[if IE]><p>x</p><![endif]-->',
    '<!--$x-->',
    '<div hidden=""><!--$-->x<!--/$--></div>'.replaceAll(/<!--.*?-->/g, ''),
    '<template><p>x</p></template>',
    '<noscript><p>x</p></noscript>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- --&gt;</p>',
    '<p title="a>b <script> <!-- -->">文</p>',
    "<p title='<script>x</script>'>文</p>",
    '<pre>\n  甲\n\n   乙\t丙\n</pre>',
    '<textarea><script>x</script><!-- --></textarea>',
    '<title><!-- --><script></title>',
    '<style>a::before{content:"<!-- --><script>"}</style>',
    '<svg viewBox="0 0 1 1"><title>甲</title><path d="M0 0"/></svg>',
    '<p>甲 &nbsp; 乙　丙&#8203;丁\u00a0戊</p>',
    '<p>a < b && c > d &copy &notanentity;</p>',
    '<img src="/a.jpg" alt="x">',
    '<p>𠮷野家 👨‍👩‍👧 é é</p>',
  ])('is byte for byte what it was where it says %s', (html) => expect(slimmed(html)).toBe(html))
  it('ends where it ends, even in the middle of a script', () => {
    expect(slimmed('<p>甲</p><script>x')).toBe('<p>甲</p>')
    expect(slimmed('<p>甲</p><script')).toBe('<p>甲</p><script')
    expect(slimmed('')).toBe('')
  })
  it('cannot be made slimmer', () => expect(slimmed(slim)).toBe(slim))

  const hostile = fc
    .array(
      fc.constantFrom(
        ...[
          '<script>',
          '</script>',
          '<!--',
          '-->',
          '<!-- -->',
          '<!--$-->',
          '<!--/$-->',
          '<pre>',
          '</pre>',
          '<p>',
          '</p>',
        ],
        ...[
          '<div hidden="">',
          '</div>',
          '<a href="/x?a=1&b=2">',
          '</a>',
          '&lt;script&gt;',
          '&amp;',
          '"',
          "'",
          '<b',
          '>',
        ],
        ...[
          '<textarea>',
          '</textarea>',
          '<svg>',
          '</svg>',
          '<![CDATA[',
          ']]>',
          '\n',
          ' ',
          '甲',
          '<img alt="a>b">',
          '<?',
        ],
      ),
      { maxLength: 25 },
    )
    .map((pieces) => pieces.join(''))

  it('says what the document said, whatever an editor or a wire wrote', () =>
    fc.assert(
      fc.property(hostile, fc.constantFrom('html' as const, 'markdown' as const), (body, format) => {
        const document = nextDocument(toReadersHtml(body, format).html)
        const made = slimmed(document)
        expect(treeOf(made)).toEqual(treeOf(document))
        expect(made).not.toMatch(/<script|__next|<!--(?!build)/)
        expect(slimmed(made)).toBe(made)
      }),
      { numRuns: 200 },
    ))
})
