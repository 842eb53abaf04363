import { describe, expect, it } from 'vitest'
import { cleanPaste } from './clean-paste'
import { plainToParagraphs } from './plain-to-paragraphs'

describe('plain text', () => {
  it.each([
    [
      'a paragraph a line in Chinese copy',
      '　　渡口照常开船。\r\n　　末班船二十时。',
      '<p>渡口照常开船。</p><p>末班船二十时。</p>',
    ],
    [
      'a paragraph between blank lines',
      'The ferry runs.\nAs ever.\n \nUntil eight.',
      '<p>The ferry runs.<br>As ever.</p><p>Until eight.</p>',
    ],
    ['the line ends of Word, within a paragraph', 'one\vtwo', '<p>one<br>two</p>'],
    ['no markup', '<b>甲</b> & <script>', '<p>&#x3C;b>甲&#x3C;/b> &#x26; &#x3C;script></p>'],
    ['nothing where nothing is', ' \n\u00a0\n　　\n', ''],
  ])('has %s', (_what, text, wanted) => {
    expect(plainToParagraphs(text)).toBe(wanted)
    expect(cleanPaste(wanted, { pictureLost: '' })).toBe(wanted)
  })
})
