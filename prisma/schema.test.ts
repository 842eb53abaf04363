import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('the schema of PostgreSQL is the one that is derived from the one schema', async () => {
  const step = '../scripts/steps/postgresql-schema.mjs'
  const { postgresqlSchema }: { postgresqlSchema: (sqlite: string) => string } = await import(step)
  const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
  expect(read('postgresql/schema.prisma')).toBe(postgresqlSchema(read('schema.prisma')))
})
