import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { toReadersHtml } from './readers-html'
import { toWechatHtml, type WechatStory } from './wechat-copy'

const story = (body: string, more: Partial<WechatStory> = {}) =>
  toWechatHtml({
    headline: null,
    standfirst: null,
    byline: null,
    picture: null,
    html: toReadersHtml(body, 'markdown').html,
    site: 'https://paper.example',
    words: { links: '文中链接' },
    ...more,
  })

const everything = `## 施工安排

末班船**提前**到二十时，见[公告](https://ferry.example/a?b=1&c=2)和[本报旧闻](/bendi/2026/11/01/7.html)，再看[公告](https://ferry.example/a?b=1&c=2)。

- 东侧
- 西侧
  1. 先拆
  2. 再打桩

> 修好要像原来一样。

| 泊位 | 万元 |
| --- | ---: |
| 东侧 | 1,280 |

\`\`\`bars
乘客 | 万人
去年 | 12
今年 | 15
\`\`\`

![栈桥](/media/pier.jpg)

<figure><img src="https://img.example/b.jpg"><figcaption>桥面<span class="credit">本报</span></figcaption></figure>

<aside class="correction"><p>更正：是二十时。</p></aside>

<p class="center">完</p>

---
`

describe('a copy for 公众号', () => {
  const copied = story(everything, { headline: '渡口改造', standfirst: '夜里施工。', byline: '记者 沈砚秋' })

  it('says on every element how it looks, and carries no class, no name and no link that leads elsewhere', () => {
    const found: string[] = []
    each(fromHtml(copied, { fragment: true }), ({ tagName, properties }) => {
      for (const name of Object.keys(properties))
        if (!['style', 'src', 'alt', 'colSpan', 'rowSpan', 'start'].includes(name)) found.push(`${tagName}[${name}]`)
      if (/^(?:p|h\d|li|td|th|img|section|table|blockquote)$/.test(tagName) && !properties.style) found.push(tagName)
      if (/^(?:a|svg|figure|div|script)$/.test(tagName)) found.push(tagName)
    })
    expect(found).toEqual([])
  })

  it('keeps every text of the body in its order', () => {
    const body = textIn(fromHtml(toReadersHtml(everything, 'markdown').html, { fragment: true })).replace(/\s/g, '')
    const text = textIn(fromHtml(copied, { fragment: true })).replace(/\s|\[\d\]|[（）]/g, '')
    expect(text).toContain(body)
    expect(text.startsWith('渡口改造记者沈砚秋夜里施工。施工安排')).toBe(true)
  })

  it('lists the addresses of links at the end, each once, by the numbers in the text', () => {
    const text = textIn(fromHtml(copied, { fragment: true }))
    expect(text).toContain('见公告[1]和本报旧闻[2]，再看公告[1]。')
    expect(text).toMatch(
      /文中链接\[1\] https:\/\/ferry\.example\/a\?b=1&c=2\[2\] https:\/\/paper\.example\/bendi\/2026\/11\/01\/7\.html$/,
    )
  })

  it('needs no list where nothing is linked, and no number where the link reads as its address', () => {
    expect(story('渡口照常开船。')).not.toContain('文中链接')
    expect(story('见 https://ferry.example/a')).not.toMatch(/\[1\]|<a /)
  })

  it('keeps a link to another article of 公众号', () =>
    expect(story('[旧文](https://mp.weixin.qq.com/s/abc)')).toContain(
      '<a href="https://mp.weixin.qq.com/s/abc">旧文</a>',
    ))

  it('reads at 15 to 17 pixels with room between its lines, on both sides in line', () =>
    expect(story('渡口')).toMatch(
      /<p style="[^"]*font-size: 16px; line-height: 1\.75;[^"]*text-align: justify">渡口<\/p>/,
    ))

  it('has tables with lines and figures in line, and a chart without what only draws', () => {
    expect(copied).toMatch(/<td style="[^"]*border: 1px solid [^"]*text-align: right">1,280<\/td>/)
    expect(copied).toMatch(/<th style="[^"]*">去年<\/th><td style="[^"]*">12<\/td><\/tr>/)
    expect(copied).toContain('乘客（万人）')
  })

  it('has its pictures by their whole addresses, captions small and grey', () => {
    expect(copied).toContain('<img src="https://paper.example/media/pier.jpg" alt="栈桥"')
    expect(copied).toMatch(/<p style="[^"]*font-size: 13px[^"]*text-align: center">桥面<span/)
    const picture = {
      address: '/media/a.jpg',
      alt: '渡口',
      caption: '末班船',
      credit: '周野 摄',
      width: null,
      height: null,
    }
    expect(story('文', { picture })).toMatch(
      /<img src="https:\/\/paper\.example\/media\/a\.jpg" alt="渡口"[^>]*><p [^>]*>末班船　周野 摄<\/p>/,
    )
  })

  it('leaves text as text', () =>
    expect(story('文', { headline: '<script>x</script>' })).toContain('&#x3C;script>x&#x3C;/script>'))
})

function each(parent: Nodes, see: (element: Element) => void): void {
  if (parent.type === 'element') see(parent)
  if ('children' in parent) for (const child of parent.children) each(child, see)
}
