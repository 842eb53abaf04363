import { expect, it } from 'vitest'
import { countCharacters } from './count-words'
import { shownText } from './shown-text'

it.each([
  ['<p style="x">甲乙<!-- 丙 --></p><script>丁</script>', 'html', 2],
  ['<p>A&amp;B&nbsp;C</p>', 'html', 4],
  ['## 甲\n\n**乙**与[丙](https://example.org)，`丁`。\n\n- 戊\n1. 己\n> 庚', 'markdown', 10],
  ['| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |', 'markdown', 4],
  ['甲[^1]\n\n[^1]: 乙\n\n[a]: https://example.org', 'markdown', 2],
  ['3 < 5，10~20亿元', 'markdown', 11],
] as const)('%s shows so many characters', (body, format, count) =>
  expect(countCharacters(shownText(body, format))).toBe(count),
)

it('a long line of dashes takes no longer than any other', () =>
  expect(countCharacters(shownText(`${'-'.repeat(10_000)}甲`, 'markdown'))).toBe(10_001))
