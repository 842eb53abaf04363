import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BodyBlock, sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'

const shown = (blocks: BodyBlock[]) => blocks.map(({ kind, source, from, to }) => [kind, source.slice(from, to)])
const cut = (body: string, format: BodyFormat) => shown(sliceBody(body, format))

describe('a body of HTML', () => {
  it('is cut at its blocks, with white space and comments left to the block before', () =>
    expect(sliceBody('\n<p>甲</p>\n<!-- 乙 --><h3>丙</h3> ', 'html')).toEqual([
      { kind: 'html', source: '\n<p>甲</p>\n<!-- 乙 -->', from: 1, to: 9 },
      { kind: 'html', source: '<h3>丙</h3> ', from: 0, to: 10 },
    ]))

  it('keeps loose text and inline elements in a row together', () =>
    expect(cut('甲<b>乙</b><br>丙<p>丁</p>戊', 'html')).toEqual([
      ['html', '甲<b>乙</b><br>丙'],
      ['html', '<p>丁</p>'],
      ['html', '戊'],
    ]))

  it('ends a paragraph where the next begins, tag or no tag', () =>
    expect(cut('<p>甲<p>乙', 'html')).toEqual([
      ['html', '<p>甲'],
      ['html', '<p>乙'],
    ]))

  it('knows where an element ends that is never closed', () =>
    expect(cut('<p>甲</p><iframe src="x" /> ', 'html')).toEqual([
      ['html', '<p>甲</p>'],
      ['html', '<iframe src="x" />'],
    ]))

  it.each([
    ['bold that is never closed', '<p><b>甲</p><p>乙</p>'],
    ['text that a table throws out', '<p>甲</p><table>乙<tr><td>丙</td></tr></table>'],
  ])('stays one block for %s', (_what, body) => expect(cut(body, 'html')).toEqual([['html', body]]))
})

describe('a body of Markdown', () => {
  it('is cut at its blocks', () =>
    expect(
      cut('甲\n乙\n\n## 丙\n\n- 丁\n- 戊\n\n> 己\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n---', 'markdown'),
    ).toEqual([
      ['markdown', '甲\n乙'],
      ['markdown', '## 丙'],
      ['markdown', '- 丁\n- 戊'],
      ['markdown', '> 己'],
      ['markdown', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'],
      ['markdown', '---'],
    ]))

  it('knows the definitions that other blocks refer to', () =>
    expect(cut('甲[^1]见[乙]。\n\n[^1]: 注\n\n[乙]: https://example.org', 'markdown')).toEqual([
      ['markdown', '甲[^1]见[乙]。'],
      ['footnote', '[^1]: 注'],
      ['reference', '[乙]: https://example.org'],
    ]))

  it('cuts the HTML in it at its blocks, too', () =>
    expect(cut('甲\n\n<p>乙</p><p>丙</p>\n<h3>丁</h3>\n\n戊', 'markdown')).toEqual([
      ['markdown', '甲'],
      ['html', '<p>乙</p>'],
      ['html', '<p>丙</p>'],
      ['html', '<h3>丁</h3>'],
      ['markdown', '戊'],
    ]))

  it('keeps together what an element opens and closes in different blocks', () =>
    expect(cut('甲\n\n<div>\n\n**乙**\n\n</div>\n\n丙', 'markdown')).toEqual([
      ['markdown', '甲'],
      ['mixed', '<div>\n\n**乙**\n\n</div>'],
      ['markdown', '丙'],
    ]))

  it('counts right after a byte order mark and with Windows line ends', () =>
    expect(cut('\uFEFF甲\r\n\r\n\t代码\r\n\r\n乙\r\n', 'markdown')).toEqual([
      ['markdown', '甲'],
      ['markdown', '\t代码'],
      ['markdown', '乙'],
    ]))
})

it('has no block where there is no body, and a blank one where nothing shows', () => {
  expect(sliceBody('', 'markdown')).toEqual([])
  expect(cut(' \n ', 'markdown')).toEqual([['blank', '']])
  expect(cut('<!-- 甲 --> ', 'html')).toEqual([['blank', '']])
})

const scrap = fc.constantFrom(
  ...['<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<table>', '<td>', '</table>', '<!--', '-->', '<li>', '<pre>\n'],
  ...['# ', '- ', '1. ', '> ', '| a | b |\n|--|--|\n', '```\n', '***', '[^1]', '[^1]: ', '[a]: b', '    ', '\t'],
  ...['\n', '\r\n', '\r', '\n\n', '甲', '，', 'x', '&amp;', '&', '<', '\\', '\u0000', '\uFEFF', '😀', '　'],
)
const anyBody = fc.oneof(
  fc.array(scrap, { maxLength: 40 }).map((scraps) => scraps.join('')),
  fc.string({ unit: 'binary' }),
)

it.each(['markdown', 'html'] as const)('cut and joined again, any body of %s is what it was', (format) => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const blocks = sliceBody(body, format)
      expect(blocks.map(({ source }) => source).join('')).toBe(body)
      for (const { kind, source, from, to } of blocks) {
        expect(0 <= from && from <= to && to <= source.length).toBe(true)
        if (kind !== 'blank') expect(source.slice(from, to)).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})

it.each(['markdown', 'html'] as const)('cuts %s in time that grows with its length, and no faster', (format) => {
  const paragraph = '从今晚起，桐桥渡口的末班船延到二十三时，票价仍是两元，夜里加开两班。'.repeat(5)
  const time = (paragraphs: number) => {
    const body = (format === 'html' ? `<p>${paragraph}</p>` : `${paragraph}\n\n`).repeat(paragraphs)
    const begun = performance.now()
    expect(sliceBody(body, format)).toHaveLength(paragraphs)
    return performance.now() - begun
  }
  // The best of several: a machine that does other things too lets one of them wait.
  const best = (paragraphs: number) => Math.min(...Array.from({ length: 5 }, () => time(paragraphs)))
  // Ten times as much in ten times as long, and no more than five times that; in the square of it, it were a hundred times.
  expect(best(600)).toBeLessThan(50 * Math.max(1, best(60)))
})
