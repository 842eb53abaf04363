import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import { largestBody, toReadersHtml } from './readers-html'

const html = (body: string) => toReadersHtml(body, 'html').html
const markdown = (body: string) => toReadersHtml(body, 'markdown').html
const refusal = (reason: string) => expect.objectContaining({ name: 'Refusal', reason })

describe('what is dangerous', () => {
  it.each([
    ['a script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['a style', '<style>p{}</style><p style="color:red">a</p>', '<p>a</p>'],
    ['a handler', '<p onclick="x()">a</p>', '<p>a</p>'],
    ['a frame', '<iframe src="https://e.org">x</iframe><p>a</p>', '<p>a</p>'],
    ['an SVG', '<svg onload="x()"><script>y</script></svg><p>a</p>', '<p>a</p>'],
    ['MathML', '<math><mtext><img src=x onerror=y></mtext></math><p>a</p>', '<p>a</p>'],
    ['a form', '<form action="/admin"><input name="x"><button>b</button></form><p>a</p>', '<p>a</p>'],
    ['a name that the page relies on', '<p id="main" name="body" class="headline">a</p>', '<p>a</p>'],
    ['a comment', '<p>a<!-- x --></p>', '<p>a</p>'],
    ['a link that runs', '<p><a href="javascript:alert(1)">a</a></p>', '<p>a</p>'],
    ['a link that runs, hidden', '<p><a href=" java\nscript&colon;alert(1)">a</a></p>', '<p>a</p>'],
    ['a picture that is data', '<p>a<img src="data:image/svg+xml,x"></p>', '<p>a</p>'],
    ['a base', '<base href="https://evil.example/"><p>a</p>', '<p>a</p>'],
    ['a refresh', '<meta http-equiv="refresh" content="0"><p>a</p>', '<p>a</p>'],
    ['what nobody saw', '<p>a</p><p style="display: none">b</p><div style="visibility:hidden">c</div>', '<p>a</p>'],
  ])('%s goes', (_what, given, left) => expect(html(given)).toBe(left))

  it('goes in Markdown too', () =>
    expect(
      markdown('a <script>x</script><b onclick=x>b</b> [c](javascript:x) ![d](data:x)\n\n<iframe src=x></iframe>'),
    ).toBe('<p>a <b>b</b> c </p>'))

  const fragment = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<svg>',
    '<math>',
    '<mtext>',
    '<style>',
    '</style>',
    '<script>',
    '</script>',
    '<title>',
    '<textarea>',
    '<noscript>',
    '<template>',
    '<a href="javascript:x">',
    '<a href="https://e.org">',
    '</a>',
    '<img src=x onerror=y>',
    '<img src="https://e.org/a.png">',
    '<b>',
    '</b>',
    '<select>',
    '<xmp>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<p style="display:none">',
    '<foreignObject>',
    '<annotation-xml encoding="text/html">',
    '<h1>',
    '<h4>',
    '<ul>',
    '<li>',
    '<blockquote>',
    '<figure>',
    '<span data-code="600519|1|1">',
    '</span>',
    '&lt;script&gt;',
    '&#0;',
    '\0',
    '"',
    "'",
    '文字',
    '<',
    '>',
    '&',
    ' ',
    '\n',
    '<form>',
    '<input>',
    '<center>',
    '<pre>',
    '<code class="language-bars">',
  )

  it('is never let through by tags in any order', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 25 }), (parts) => {
        expect(dangersIn(html(parts.join('')))).toEqual([])
        expect(dangersIn(markdown(parts.join('')))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('is never let through by any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(dangersIn(html(text))).toEqual([])
        expect(dangersIn(markdown(text))).toEqual([])
      }),
    )
  })
})

const hostile = join(import.meta.dirname, '../../shared/samples/hostile')

describe.skipIf(!existsSync(hostile))('pages made to harm (needs ../shared/samples)', () => {
  const dompurify: { title?: string; payload: string }[] = existsSync(hostile)
    ? JSON.parse(readFileSync(join(hostile, 'dompurify/expect.json'), 'utf8'))
    : []
  const items: { id: number; data: string }[] = existsSync(hostile)
    ? JSON.parse(readFileSync(join(hostile, 'html5sec/items.json'), 'utf8'))
    : []
  const pasted = existsSync(hostile)
    ? ['pasted', 'word-paste'].flatMap((folder) =>
        readdirSync(join(hostile, folder))
          .filter((name) => name.endsWith('.html'))
          .map((name) => join(folder, name)),
      )
    : []
  const vectors = [...dompurify.map(({ payload }) => payload), ...items.map(({ data }) => data)]

  it('do none, and reading the result again gives the same', () => {
    expect(vectors.length).toBeGreaterThan(200)
    for (const vector of vectors) {
      const clean = html(vector)
      expect(dangersIn(clean), vector).toEqual([])
      expect(settled(html(clean)), vector).toBe(settled(clean))
    }
  })

  it.each(pasted)('%s is clean, settled, and made of blocks', (file) => {
    const clean = html(readFileSync(join(hostile, file), 'utf8'))
    expect(dangersIn(clean)).toEqual([])
    expect(settled(html(clean))).toBe(settled(clean))
    expect(looseIn(clean)).toEqual([])
  })
})

describe('a clean body', () => {
  it.each([
    '<p>a</p>',
    'loose <b>text</b><p>p</p>tail',
    '<div><div>a</div>b</div>',
    '<b><p>x</p></b>',
    '<a href="https://e.org"><p>block in a link</p></a>',
    '<b><i><p>x</p>y</i></b>',
    '<p>a<div>b</div>c</p>',
    '<ul>x<li>a</li></ul>',
    '<table><tr><td><p>x</p></table>',
    '<h1>a</h1><h4>b</h4>',
    '<p>a<img src="https://e.org/x.png">b</p>',
    '<p><img src="/media/1f3a5b7c9d1e2f3a4b5c/900x600.jpg" alt="x"></p>',
    '<p>a<img src="/media/1f3a5b7c9d1e2f3a4b5c/900x600.png">b</p>',
    '<center>c</center>',
    '<ul><li><h5><div><li>',
    '<div><li>a</li><li>b</li></div>',
    '<pre>\n\na\n</pre>',
    '<font><h2>x</h2></font>',
    '<span><ul><li>x</ul></span>',
    '<del><p>x</p><p>y</p></del>',
    '<em>a<table><tr><td>1</td></tr></table></em>',
  ])('%j is the same when it is read again', (given) => {
    const clean = html(given)
    expect(settled(html(clean))).toBe(settled(clean))
    expect(looseIn(clean)).toEqual([])
  })

  it('is the same when it is read again, whatever it was made of', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<h2>',
      '</h2>',
      '<h5>',
      '</h5>',
      '<ul>',
      '<li>',
      '</ul>',
      '<blockquote>',
      '</blockquote>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '文',
      '1',
      '<br>',
      '<img src="https://e.org/a_w2h10.png">',
      '<img width=20 height=30 src="https://e.org/b.png">',
      '<center>',
      '</center>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const clean = html(parts.join(''))
        expect(settled(html(clean))).toBe(settled(clean))
      }),
      { numRuns: 500 },
    )
  })

  it('has every text of the story in it, in order', () => {
    const text = (tree: string) => tree.replace(/<[^>]+>/g, '').replace(/\s+/g, '')
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<div>',
            '</div>',
            '<b>',
            '</b>',
            '<h3>',
            '</h3>',
            '<blockquote>',
            '</blockquote>',
            '甲',
            '乙',
            '丙',
          ),
          { maxLength: 25 },
        ),
        (parts) => {
          expect(text(html(parts.join('')))).toBe(text(parts.join('')))
        },
      ),
    )
  })
})

describe('a body that cannot be shown', () => {
  it('is one byte too large', () => {
    expect(() => html('a'.repeat(largestBody))).not.toThrow()
    expect(() => html('a'.repeat(largestBody + 1))).toThrow(refusal('body-large'))
    expect(() => html('字'.repeat(largestBody / 2))).toThrow(refusal('body-large'))
  })
  it('is nested too deep', () => {
    expect(() => html(`<p>${'<b>'.repeat(199)}x`)).not.toThrow()
    expect(() => html(`<p>${'<b>'.repeat(200)}x`)).toThrow(refusal('body-deep'))
    expect(() => html('<div>'.repeat(50_000))).toThrow(refusal('body-deep'))
    expect(() => markdown(`${'> '.repeat(5000)}x`)).toThrow(refusal('body-deep'))
  })
  it('is not one that merely holds long runs of blanks', () => {
    const blanks = ' '.repeat(5000)
    const started = performance.now()
    html(`<table><tr><td>${blanks}x</td></tr></table><p>a${blanks}${blanks}${blanks}b</p>`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('text', () => {
  it('in braces stays text', () => {
    expect(html('<p>{{ page.title }} {% raw %}</p>')).toBe('<p>{{ page.title }} {% raw %}</p>')
    expect(markdown('{{ a | b }} 和 {% raw %}')).toBe('<p>{{ a | b }} 和 {% raw %}</p>')
  })
  it('with single tildes is two ranges; with double ones it is struck', () => {
    expect(markdown('10~20亿元、30~40亿元')).toBe('<p>10~20亿元、30~40亿元</p>')
    expect(markdown('~~删~~')).toBe('<p><del>删</del></p>')
  })
  it('keeps what looks like a tag and is none', () => {
    expect(html('<p>占比<1%，&lt;b&gt;不是标签</p>')).toBe('<p>占比&#x3C;1%，&#x3C;b>不是标签</p>')
    expect(toReadersHtml('<p>占比<1%</p>', 'html').text).toBe('占比<1%')
  })
  it('of the body is a line a paragraph', () =>
    expect(toReadersHtml('<p>甲</p>\n\n<ul><li>乙</li><li>丙</li></ul><p>丁<br>戊</p>', 'html').text).toBe(
      '甲\n乙\n丙\n丁\n戊',
    ))
  it('of neighbouring cells and terms does not run together', () => {
    expect(
      toReadersHtml('<table><tr><td>销量</td><td>1200</td></tr><tr><td>去年</td><td>900</td></tr></table>', 'html')
        .text,
    ).toMatch(/^销量\s1200\n去年\s900$/)
    expect(toReadersHtml('<dl><dt>词</dt><dd>义</dd></dl>', 'html').text).toMatch(/^词\s义$/)
  })
  it('is nothing for paragraphs that only make room', () =>
    expect(toReadersHtml('<p></p><p>&nbsp;</p><p><br></p><p>　</p>', 'html')).toEqual({ html: '', text: '' }))
})

describe('a picture', () => {
  it('keeps the size it says', () =>
    expect(html('<img src="https://e.org/a.jpg" width="100" height="50" alt="图">')).toBe(
      '<figure><img src="https://e.org/a.jpg" alt="图" width="100" height="50" loading="lazy" decoding="async" referrerpolicy="no-referrer"></figure>',
    ))
  it('takes the size that the wire writes into its name', () =>
    expect(html('<p><img src="https://e.org/x_w500h300.png"></p>')).toContain('width="500" height="300"'))
  it('without a size is marked so, and has room kept', () =>
    expect(html('<img src="https://e.org/a.jpg">')).toContain('alt="" width="800" height="450" class="unsized"'))
  it('in the middle of a sentence stays there', () =>
    expect(html('<p>甲<img src="https://e.org/a.jpg" width=1 height=1>乙</p>')).toMatch(/^<p>甲<img [^>]+>乙<\/p>$/))
  it('never says where its reader came from', () =>
    expect(html('<p>a<img src="https://e.org/a.jpg"></p>')).toContain('referrerpolicy="no-referrer"'))
  it('without an address goes', () => expect(html('<p>a</p><img alt="x">')).toBe('<p>a</p>'))
})

describe('a table', () => {
  it('can be scrolled by itself, and its figures stand in line', () => {
    expect(html('<table><tr><th>名</th><td>+12.5%</td><td>甲</td><td>1,234</td><td>3月</td></tr></table>')).toBe(
      '<div class="sheet" tabindex="0"><table><tbody><tr><th>名</th><td class="n">+12.5%</td><td>甲</td><td class="n">1,234</td><td>3月</td></tr></tbody></table></div>',
    )
  })
  it('is wrapped once, however often it is read', () =>
    expect(html(html('<table><tr><td>1</td></tr></table>'))).toBe(html('<table><tr><td>1</td></tr></table>')))
  it('keeps joined cells', () =>
    expect(html('<table><tr><td colspan=2 rowspan=3>a</td></tr></table>')).toContain('<td colspan="2" rowspan="3">'))
})

describe('headings', () => {
  it('start below the headline and never jump', () => {
    expect(html('<h1>a</h1><h4>b</h4><h2>c</h2><h6>d</h6>')).toBe('<h2>a</h2><h3>b</h3><h2>c</h2><h3>d</h3>')
    expect(markdown('#### 甲\n\n###### 乙')).toBe('<h2>甲</h2>\n<h3>乙</h3>'.replace('\n', ''))
  })
  it('do so wherever they stand', () => {
    for (const body of [
      '<blockquote><h1>q</h1></blockquote>',
      '<ul><li><h1>q</h1></li></ul>',
      '<table><tr><td><h1>q</h1></td></tr></table>',
      '<aside class="correction"><h1>q</h1></aside>',
    ]) {
      expect(html(body), body).not.toContain('<h1')
    }
  })
  it('hold their order in any sequence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ level: fc.integer({ min: 1, max: 6 }), wrap: fc.boolean() }), { maxLength: 12 }),
        (given) => {
          const body = given
            .map(({ level, wrap }) =>
              wrap ? `<blockquote><h${level}>x</h${level}></blockquote>` : `<h${level}>x</h${level}>`,
            )
            .join('<p>y</p>')
          const levels = [...html(body).matchAll(/<h(\d)/g)].map((found) => Number(found[1]))
          expect(levels).toHaveLength(given.length)
          levels.reduce((above, level) => {
            expect(level).toBeGreaterThanOrEqual(2)
            expect(level).toBeLessThanOrEqual(above + 1)
            return level
          }, 1)
        },
      ),
    )
  })
  it('with nothing in them go', () => expect(html('<p>a</p><h2> </h2><p>b</p>')).toBe('<p>a</p><p>b</p>'))
})

describe('a link', () => {
  it('says that it is not ours', () =>
    expect(html('<p><a href="https://e.org/?a=1&b=2" target="_blank" onclick="x">a</a></p>')).toBe(
      '<p><a href="https://e.org/?a=1&#x26;b=2" rel="nofollow noopener">a</a></p>',
    ))
  it('without an address, or with nothing to press, leaves its text', () =>
    expect(html('<p><a>a</a><a href="https://e.org"></a></p>')).toBe('<p>a</p>'))
  it('to a place inside the body leads nowhere, since bodies have no names, and is none', () =>
    expect(html('<p><a href="#top">回到顶部</a></p>')).toBe('<p>回到顶部</p>'))
  it('of a footnote is none either, and its heading is not English', () => {
    const shown = markdown('脚注[^1]\n\n[^1]: 内容')
    expect(shown).toContain('内容')
    expect(shown).not.toMatch(/href="#|Footnotes/)
  })
})

describe('a security', () => {
  it('is marked where the copy names it', () =>
    expect(html('<p><span data-code="600519|1|1">贵州茅台</span></p>')).toBe(
      '<p><span class="security" data-security="sh.600519">贵州茅台</span></p>',
    ))
  it('in a link replaces it', () =>
    expect(html('<p><a href="https://quote.example/600519" data-code="1,600519">茅台</a></p>')).toBe(
      '<p><span class="security" data-security="sh.600519">茅台</span></p>',
    ))
  it('is none for a board of concepts', () =>
    expect(html('<p><a href="https://e.org" data-code="90,BK0475">银行</a></p>')).toBe('<p>银行</p>'))
  it('around a picture leaves the picture', () =>
    expect(
      html('<p><a data-code="1,600519" href="https://e.org"><img src="https://e.org/k_w5h5.png"></a></p>'),
    ).toMatch(/^<figure><img /))
})

describe('a block of bars', () => {
  const chart = (lines: string) => markdown(`\`\`\`bars\n${lines}\n\`\`\``)

  it('becomes a table that anyone can read, with bars', () => {
    const shown = chart('销量 | 万辆\n甲 | 1,200\n乙 | -300')
    expect(shown).toMatch(/^<figure class="bars"><figcaption>销量<span class="unit">万辆<\/span><\/figcaption><table>/)
    expect(shown).toContain('<th scope="row">甲</th><td class="n">1,200</td>')
    expect([...shown.matchAll(/<rect width="([\d.]+)"/g)].map((found) => found[1])).toEqual(['100', '25'])
  })
  it('of zeros has bars of no length', () => expect(chart('空 | 个\n甲 | 0\n乙 | 0')).toContain('<rect width="0"'))
  it.each(['销量 | 万辆', '销量 | 万辆\n甲 | 很多', '销量 | 万辆\n甲', '', '销量\n甲 | 1\n乙 | '])(
    'that does not read so stays as written: %j',
    (lines) => expect(chart(lines)).toContain('<pre><code'),
  )
  it('keeps markup in it as text', () => {
    const shown = chart('<script>x</script> | <b>\n<img onerror=x> | 5')
    expect(shown).toContain('&#x3C;script>')
    expect(dangersIn(shown)).toEqual([])
  })
  it('is not made by HTML that borrows its classes', () =>
    expect(html('<figure class="bars"><svg class="bar"><rect onclick="x"></rect></svg></figure>')).toBe(
      '<figure></figure>',
    ))
})

describe('a picture of our own', () => {
  const folder = '/media/1f3a5b7c9d1e2f3a4b5c'
  it('comes in every width and format, with its room kept, from its address alone', () =>
    expect(html(`<p><img src="${folder}/900x600.jpg" alt="桥" width="1"></p>`)).toBe(
      '<figure><picture>' +
        `<source type="image/avif" srcset="${folder}/400.avif 400w, ${folder}/900.avif 900w" sizes="(min-width: 45rem) 42.75rem, 100vw">` +
        `<source type="image/webp" srcset="${folder}/400.webp 400w, ${folder}/900.webp 900w" sizes="(min-width: 45rem) 42.75rem, 100vw">` +
        `<img src="${folder}/900x600.jpg" srcset="${folder}/400.jpg 400w, ${folder}/900.jpg 900w" sizes="(min-width: 45rem) 42.75rem, 100vw" alt="桥" width="900" height="600" loading="lazy" decoding="async">` +
        '</picture></figure>',
    ))
  it('does so in Markdown, beside text and in a figure with a caption', () => {
    expect(markdown(`![桥](${folder}/300x200.png)`)).toMatch(
      /^<figure><picture><source .*<img .*><\/picture><\/figure>$/,
    )
    expect(html(`<p>a<img src="${folder}/300x200.jpg">b</p>`)).toMatch(/^<p>a<picture>.*<\/picture>b<\/p>$/)
    expect(html(`<figure><img src="${folder}/300x200.jpg"><figcaption>桥</figcaption></figure>`)).toMatch(
      /^<figure><picture>.*<\/picture><figcaption>桥<\/figcaption><\/figure>$/,
    )
  })
  it('is asked for as it was where the address says no size, and where it is somebody else’s', () => {
    for (const src of [`${folder}/400.webp`, `https://tangzhou.example${folder}/900x600.jpg`])
      expect(html(`<p><img src="${src}"></p>`)).toMatch(
        /^<figure><img src="[^"]*" alt="" width="800" height="450" class="unsized"/,
      )
  })
  it('brings nothing that a writer put beside it', () =>
    expect(
      html(
        `<picture><source srcset="https://e.org/x.png"><img src="${folder}/300x200.jpg" srcset="https://e.org/y.png 9w"></picture>`,
      ),
    ).not.toContain('e.org'))
})

describe('what style said', () => {
  it('survives as a class where it was centring', () =>
    expect(html('<p style="text-align: center">a</p><center>b</center>')).toBe(
      '<p class="center">a</p><p class="center">b</p>',
    ))
  it('survives in no other way', () =>
    expect(html('<p style="text-align:right;color:red" class="big MsoNormal">a</p>')).toBe('<p>a</p>'))
})

/** Elements and attributes that our bodies may have; anything else is a way in. */
const allowed: Record<string, RegExp> = {
  a: /^(href|rel|title|className)$/,
  img: /^(src|srcSet|sizes|alt|width|height|className|loading|decoding|referrerPolicy)$/,
  picture: /^$/,
  source: /^(type|srcSet|sizes)$/,
  div: /^(className|tabIndex)$/,
  span: /^(className|dataSecurity)$/,
  td: /^(className|colSpan|rowSpan|scope)$/,
  th: /^(className|colSpan|rowSpan|scope)$/,
  ol: /^(start|reversed)$/,
  li: /^value$/,
  time: /^dateTime$/,
  svg: /^(className|viewBox|preserveAspectRatio|ariaHidden)$/,
  rect: /^(width|height)$/,
  ...Object.fromEntries(
    'p br hr h1 h2 h3 h4 h5 h6 strong b em i u s del ins sub sup small mark cite q abbr code pre kbd blockquote footer aside ul dl dt dd figure figcaption table caption thead tbody tfoot tr'
      .split(' ')
      .map((name) => [name, /^className$/]),
  ),
}

function dangersIn(clean: string): string[] {
  const found: string[] = []
  each(fromHtml(clean, { fragment: true }), (element) => {
    const attributes = allowed[element.tagName]
    if (!attributes) found.push(`<${element.tagName}>`)
    for (const [name, value] of Object.entries(element.properties)) {
      if (attributes && !attributes.test(name)) found.push(`${element.tagName}[${name}]`)
      if (name === 'href' && !/^(https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i.test(String(value)))
        found.push(`href ${value}`)
      if (name === 'src' && !/^(https?:|[^:]*$|[^:]*[/?#])/i.test(String(value))) found.push(`src ${value}`)
    }
  })
  return found
}

function looseIn(clean: string): string[] {
  const blocks = /^(p|h[2-6]|ul|ol|dl|blockquote|figure|div|aside|table|pre|hr|footer)$/
  return fromHtml(clean, { fragment: true }).children.flatMap((child) =>
    child.type === 'text'
      ? child.value.trim()
        ? [child.value]
        : []
      : child.type === 'element' && !blocks.test(child.tagName)
        ? [child.tagName]
        : [],
  )
}

function each(parent: Root | Element, see: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    see(child)
    each(child, see)
  }
}

/** What reading a body adds and cannot tell again from its own output: room that was guessed, a column the writer set right, marks of securities, bars. */
function settled(clean: string): string {
  return clean
    .replace(/ class="(?:unsized|n)"/g, '')
    .replace(/<span class="security" data-security="[^"]*">(.*?)<\/span>/g, '$1')
    .replace(/<code class="">/g, '<code>')
}
