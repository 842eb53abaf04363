import { Refusal } from '@/newsroom/refusal'
import type { Transaction } from './database'

type Named = 'tag' | 'source' | 'author'

/** Characters. PostgreSQL looks nothing up by more than 2,704 bytes; both stores say so in the same words. */
const longestName = 600

/** The numbers of tags, sources or authors by name; those the store has not met are added. Throws a Refusal for what is too long for a name. */
export async function numberNames(tx: Transaction, noun: Named, names: Iterable<string>): Promise<Map<string, number>> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return new Map()
  const long = wanted.find((name) => [...name].length > longestName)
  if (long)
    throw new Refusal('field-long', { field: `${long.slice(0, 20)}…`, length: [...long].length, most: longestName })
  const table = tx[noun] as Transaction['tag'] // the three are alike in what is asked of them here
  const known = new Map((await table.findMany({ where: { name: { in: wanted } } })).map(({ name, id }) => [name, id]))
  const missing = wanted.filter((name) => !known.has(name))
  if (missing.length === 0) return known
  for (const { name, id } of await table.createManyAndReturn({ data: missing.map((name) => ({ name })) }))
    known.set(name, id)
  return known
}
