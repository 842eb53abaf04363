import { expect, it } from 'vitest'
import { breakableHtml } from './breakable-html'

// That it reads to the letter is tried with the headlines it stands in: `in-clauses.test.ts`.
it('a long headline may break between its words, a short one nowhere', () => {
  expect(breakableHtml('窑湾三百座电窑夜里开工')).toContain('<wbr>')
  expect(breakableHtml('今晚收摊')).toBe('今晚收摊')
})
