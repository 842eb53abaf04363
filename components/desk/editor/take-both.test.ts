import { expect, it } from 'vitest'
import { takeBoth } from './take-both'

it('a word composed while a colleague’s change came in stands beside that change', () =>
  expect(takeBoth({ base: '甲\n\n乙', theirs: '甲\n\n乙二', mine: '甲中\n\n乙' }, 'markdown')).toBe('甲中\n\n乙二'))

it('a word that was given up leaves what came from outside, to the byte', () =>
  expect(takeBoth({ base: '# 甲\n乙', theirs: '# 甲一\n乙', mine: '# 甲\n乙' }, 'markdown')).toBe('# 甲一\n乙'))

it.each([
  ['markdown', '甲', '甲一', '甲二', '甲一\n\n甲二'],
  ['html', '<p>甲</p>', '<p>甲一</p>', '<p>甲二</p>', '<p>甲一</p>\n\n<p>甲二</p>'],
] as const)('in %s both words stand where both changed one paragraph', (format, base, theirs, mine, both) =>
  expect(takeBoth({ base, theirs, mine }, format)).toBe(both),
)
