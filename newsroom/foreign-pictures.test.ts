import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BodyFormat } from './copy'
import { bringHome, foreignPictures } from './foreign-pictures'
import { picturesIn } from './pictures-in'

const a = 'https://x.example/a.png'
const home = '/media/aaaaaaaaaaaaaaaaaaaa/900x600.jpg'
const homes = new Map([[a, home]])
const brought = (body: string, format: BodyFormat = 'markdown') =>
  bringHome({ body, pictureAddress: '' }, format, homes).body
const shown = (body: string, bodyFormat: BodyFormat) =>
  picturesIn({ picture: null, body, bodyFormat }).map(({ address }) => address.trim())

describe('pictures from elsewhere', () => {
  it('are those on the web that copy shows, each once, the lead first', () =>
    expect(
      foreignPictures(
        {
          body: `![](${a}) ![](/b.png) ![](${home}) [c](https://x.example/c.png)\n\n<img src="HTTP://x.example/d.png"> ![](${a}) ![](data:image/png;base64,AA)`,
          pictureAddress: ' https://x.example/lead.png ',
        },
        'markdown',
      ),
    ).toEqual(['https://x.example/lead.png', a, 'HTTP://x.example/d.png']))

  it.each<[string, BodyFormat, string, string]>([
    ['Markdown', 'markdown', `甲 ![乙](${a} "丙") 丁`, `甲 ![乙](${home} "丙") 丁`],
    ['in angle brackets', 'markdown', `![](<${a}>)`, `![](<${home}>)`],
    ['within a link', 'markdown', `[![](${a})](${a})`, `[![](${home})](${a})`],
    [
      'by reference',
      'markdown',
      `![甲][x] ![][x]\n\n[x]: ${a} 'y'\n[x]: ${a}`,
      `![甲][x] ![][x]\n\n[x]: ${home} 'y'\n[x]: ${a}`,
    ],
    ['a reference of a link only', 'markdown', `![](${a}) [甲][x]\n\n[x]: ${a}`, `![](${home}) [甲][x]\n\n[x]: ${a}`],
    ['in a quotation', 'markdown', `> ![](${a})\n> <img src="${a}">`, `> ![](${home})\n> <img src="${home}">`],
    ['in a table', 'markdown', `| 甲 |\n| - |\n| ![](${a}) |`, `| 甲 |\n| - |\n| ![](${home}) |`],
    [
      'in code',
      'markdown',
      `\`![](${a})\` ![](${a})\n\n    ![](${a})\n`,
      `\`![](${a})\` ![](${home})\n\n    ![](${a})\n`,
    ],
    ['with line ends of another system', 'markdown', `甲\r\n\r\n![](${a})\r\n`, `甲\r\n\r\n![](${home})\r\n`],
    ['behind a byte order mark', 'markdown', `\uFEFF![](${a})`, `\uFEFF![](${home})`],
    [
      'HTML within Markdown',
      'markdown',
      `<figure>\n<IMG alt="x" SRC = '${a}' >\n</figure>\n\n甲`,
      `<figure>\n<IMG alt="x" SRC = '${home}' >\n</figure>\n\n甲`,
    ],
    [
      'HTML',
      'html',
      `<p data-a="${a}"><img src=${a}><a href="${a}">${a}</a>`,
      `<p data-a="${a}"><img src=${home}><a href="${a}">${a}</a>`,
    ],
    [
      'HTML in a table that is none',
      'html',
      `<table><img src="${a}"><tr><td>甲</table>`,
      `<table><img src="${home}"><tr><td>甲</table>`,
    ],
    [
      'behind an address that ends a code span',
      'markdown',
      `https://y.example\`[^1]: ![](${a})\``,
      `https://y.example\`[^1]: ![](${home})\``,
    ],
    ['nowhere', 'markdown', `${a} 甲`, `${a} 甲`],
  ])('get another address, and nothing else changes: %s', (_where, format, before, after) => {
    expect(brought(before, format)).toBe(after)
    expect(brought(after, format)).toBe(after)
  })

  it('are known by what their address says, however it is written', () => {
    const tricky = new Map([
      ['https://x.example/a&b.png', home],
      ['https://x.example/(c).png', home],
    ])
    const done = (body: string, format: BodyFormat = 'markdown') =>
      bringHome({ body, pictureAddress: '' }, format, tricky).body
    expect(done('![](https://x.example/a&amp;b.png) ![](https://x.example/\\(c\\).png)')).toBe(
      `![](${home}) ![](${home})`,
    )
    expect(done('<img src="https://x.example/a&amp;b.png"><img src="https://x.example/a&b.png">', 'html')).toBe(
      `<img src="${home}"><img src="${home}">`,
    )
  })
  it('as the lead, get another address too', () =>
    expect(bringHome({ body: '', pictureAddress: a }, 'markdown', homes)).toEqual({ body: '', pictureAddress: home }))

  it('are those that readers would be shown, whatever the body is, and leave none of them behind', () => {
    const piece = fc.constantFrom(
      `![甲](${a})`,
      `![](<${a}>)`,
      `![x][x]`,
      `[x]: ${a}`,
      `<img src="${a}">`,
      `<p>`,
      `</p>`,
      '\n',
      '\n\n',
      '> ',
      '- ',
      '| a |\n| - |\n',
      '`',
      '**',
      '<div>',
      '甲',
      '[',
      ']',
      '\\',
      '    ',
      '<!-- ',
      ' -->',
      '[^1]',
      '[^1]: ',
      '***\n',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.constantFrom<BodyFormat>('markdown', 'html'),
        (pieces, format) => {
          const body = pieces.join('')
          const after = brought(body, format)
          const before = shown(body, format)
          expect(shown(after, format)).toEqual(before.map((address) => (address === a ? home : address)))
          expect(after.replaceAll(home, a)).toBe(body)
        },
      ),
      { numRuns: 400 },
    )
  })
})
