import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { expect, it } from 'vitest'
import { breakableHtml } from './breakable-html'

it('a headline reads to the letter as it was written, whatever it holds', () => {
  const piece = fc.constantFrom(
    '砚江',
    '三桥',
    '<b>',
    '&amp;',
    '&',
    '<script>',
    '"',
    "'",
    '>',
    ' ',
    '108.36',
    '，',
    'ET7',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const tree = fromHtml(breakableHtml(text), { fragment: true })
      const said = tree.children.map((node) => (node.type === 'text' ? node.value : '')).join('')
      expect(said).toBe(text)
      expect(tree.children.every((node) => node.type === 'text' || ('tagName' in node && node.tagName === 'wbr'))).toBe(
        true,
      )
    }),
  )
})

it('a long headline may break between its words, a short one nowhere', () => {
  expect(breakableHtml('窑湾三百座电窑夜里开工')).toContain('<wbr>')
  expect(breakableHtml('今晚收摊')).toBe('今晚收摊')
})
