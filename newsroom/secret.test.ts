import { expect, it } from 'vitest'
import { isSecret } from './secret'

it('a secret has one shape', () => {
  expect(isSecret(`${'aA-_0'.repeat(8)}abc`)).toBe(true)
  for (const text of ['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}.`, `${'a'.repeat(43)}\n`])
    expect(isSecret(text)).toBe(false)
})
