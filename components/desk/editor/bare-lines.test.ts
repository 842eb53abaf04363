import { expect, it } from 'vitest'
import { bareLines } from './bare-lines'
import { readHtml } from './read-html'
import { schema } from './schema'
import { writeHtml } from './write-html'

function bare(html: string): string {
  const node = readHtml(html, schema)
  if (!node) throw new Error('the editor has words for it')
  return writeHtml(bareLines(node))
}

it.each([
  ['<ul><li><p>甲</p><ol><li><p>乙</p></li></ol></li></ul>', '<ul><li>甲<ol><li>乙</li></ol></li></ul>'],
  ['<table><thead><tr><th><p>甲</p></th></tr></thead></table>', '<table><thead><tr><th>甲</th></tr></thead></table>'],
])('one line of an item or a cell stands bare in %s', (pasted, expected) => expect(bare(pasted)).toBe(expected))

it.each([
  '<ul><li><p>甲</p><p>乙</p></li></ul>',
  '<blockquote><p>甲</p></blockquote>',
  '<ul><li><p class="center">甲</p></li></ul>',
])('paragraphs stay in %s', (pasted) => expect(bare(pasted)).toBe(pasted))
