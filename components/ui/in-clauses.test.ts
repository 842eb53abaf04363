import fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { expect, it } from 'vitest'
import { inClauses } from './in-clauses'

const html = (text: string, most = 15) => inClauses(text, most).dangerouslySetInnerHTML.__html

it('a headline in clauses reads to the letter as it was written, whatever it holds', () => {
  const piece = fc.constantFrom(
    '砚江',
    '三桥通车，',
    '<b>',
    '&amp;',
    '&',
    '<script>',
    '"',
    "'",
    '>',
    ' ',
    '108.36',
    'ET7',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(15, 24), (pieces, most) => {
      const text = pieces.join('')
      const tree = fromHtml(html(text, most), { fragment: true })
      expect(textOf(tree).trim().replace(/ +/g, ' ')).toBe(text.trim().replace(/ +/g, ' '))
      expect(tagsIn(tree)).toEqual([])
    }),
  )
})

it('a headline breaks at the spaces that its writer made, each clause in one piece', () => {
  expect(html('窑湾复工 三百座窑点火')).toBe(
    '<span class="clause">窑湾复工</span> <span class="clause">三百座窑点火</span>',
  )
})

it('a headline whose clause is longer than a line breaks between words throughout', () => {
  expect(html('砚江三桥昨日通车 首日通行十二万车次', 6)).toMatch(/^<span class="words">[^<]+(?:<wbr>[^<]+)+<\/span>$/)
})

it('a headline without Chinese is left to its spaces', () => {
  expect(html('Q3 results & outlook')).toBe('Q3 results &amp; outlook')
})

/** Elements other than those that clauses are made of. */
function tagsIn(node: Nodes): string[] {
  const own = node.type === 'element' && !['span', 'wbr'].includes(node.tagName) ? [node.tagName] : []
  return 'children' in node ? [...own, ...node.children.flatMap(tagsIn)] : own
}
