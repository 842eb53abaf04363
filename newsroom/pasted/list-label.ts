/** What a label that Word or WPS wrote before an item says of its list: which kind it is, and the item's number. */
export type ListLabel = { readonly kind: 'ol'; readonly number: number } | { readonly kind: 'ul' }

/**
 * Reads a label such as `1.`, `（三）`, `b)`, `iv.` or `·`. What does not count is a bullet, and so is a letter with nothing
 * after it: Word writes its bullets as letters of a font of signs.
 */
export function readLabel(label: string): ListLabel {
  const bare = label.normalize('NFKC').replace(/\s+/g, '')
  // An outline says 2.1.3: the last part is this level's.
  const part = bare.replace(/[^\p{L}\p{N}]+$/u, '').match(/[\p{L}\p{N}]+$/u)?.[0] ?? ''
  const counted = part.replace(/^第|[条章节款项]$/g, '')
  const number = /^[a-z]$/i.test(bare) ? null : numberOf(counted.toLowerCase())
  return number === null ? { kind: 'ul' } : { kind: 'ol', number }
}

function numberOf(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  if (/^[〇零一二三四五六七八九十百]+$/.test(text)) return chineseNumber(text)
  // A list that begins with i, v or x counts in Roman numbers far more often than in letters.
  if (/^[ivx]+$/.test(text)) return romanNumber(text)
  return /^[a-z]$/.test(text) ? text.charCodeAt(0) - 96 : null
}

function chineseNumber(text: string): number {
  let sum = 0
  let digit: number | null = null
  for (const sign of text) {
    const unit = sign === '十' ? 10 : sign === '百' ? 100 : null
    if (unit === null) digit = '〇一二三四五六七八九'.indexOf(sign === '零' ? '〇' : sign)
    else {
      sum += (digit ?? 1) * unit
      digit = null
    }
  }
  return sum + (digit ?? 0)
}

function romanNumber(text: string): number {
  const values = [...text].map((sign) => (sign === 'x' ? 10 : sign === 'v' ? 5 : 1))
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
