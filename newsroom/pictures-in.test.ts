import { describe, expect, it } from 'vitest'
import { blankCopy } from './blank-copy'
import type { Copy } from './copy'
import { hashInAddress } from './picture-address'
import { picturesIn, usedPictures } from './pictures-in'

const hash = (digit: string) => digit.repeat(20)
const ours = (digit: string) => `/media/${hash(digit)}/1600x1067.jpg`
const copy = (body: string, more: Partial<Copy> = {}) => blankCopy({ body, ...more })
const lead = (address: string) => ({ address, alt: '桥', caption: null, credit: null, width: null, height: null })

describe('the pictures of copy', () => {
  it('are its lead and those of its body, in order, with what is said of each there', () =>
    expect(
      picturesIn(copy(`甲 ![乙](${ours('b')})\n\n<img src="https://x.example/c.png">`, { picture: lead('/a.jpg') })),
    ).toEqual([
      { address: '/a.jpg', alt: '桥', place: 'lead' },
      { address: ours('b'), alt: '乙', place: 'body' },
      { address: 'https://x.example/c.png', alt: '', place: 'body' },
    ]))
  it.each([
    ['Markdown', `![](${ours('b')})`],
    ['Markdown by reference', `![甲][一]\n\n[一]: ${ours('b')}`],
    ['Markdown in a table', `| 甲 |\n| - |\n| ![](${ours('b')}) |`],
    ['Markdown in a footnote', `甲[^1]\n\n[^1]: ![](${ours('b')})`],
    ['HTML', `<figure><img alt="" src='${ours('b')}'></figure>`],
    ['HTML in capitals', `<IMG SRC="${ours('b')}">`],
    ['the element that browsers read as a picture', `<image src="${ours('b')}">`],
    ['entities', `<img src="&#47;media/${hash('b')}/1600x1067.jpg">`],
    ['a query', `<img src="${ours('b')}?v=2#x">`],
    ['one rendition', `<img src="/media/${hash('b')}/800.webp">`],
    ['an encoded address', `<img src="/%6dedia//${hash('b')}/800%2Ejpg">`],
    ['a body too deep to be shown', `${'<b>'.repeat(500)}<img src="${ours('b')}">`],
  ])('are known when written as %s', (_how, body) => expect(usedPictures(copy(body))).toEqual([hash('b')]))
  it('are each used once, and only those of the library', () =>
    expect(
      usedPictures(
        copy(`![](${ours('a')}) ![](${ours('a')}) ![](/b.png) [c](${ours('c')})`, { picture: lead(ours('a')) }),
      ),
    ).toEqual([hash('a')]))
  it('are none in code', () => expect(usedPictures(copy(`\`![](${ours('a')})\``))).toEqual([]))
  it('of HTML are read as HTML', () =>
    expect(usedPictures(copy(`<p>![](${ours('a')})</p><img src=${ours('b')}>`, { bodyFormat: 'html' }))).toEqual([
      hash('b'),
    ]))
  it('have no hash where they are not ours', () => {
    for (const address of [
      '',
      '/media/x/1.jpg',
      `https://x.example${ours('a')}`,
      `/media/${hash('A')}/800.jpg`,
      '/media/%E0%A4%A/1',
    ])
      expect(hashInAddress(address), address).toBeNull()
  })
})
