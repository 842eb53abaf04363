import type { Transaction } from './database'

type Named = 'tag' | 'source' | 'author'

/** The numbers of tags, sources or authors by name; those the store has not met are added. */
export async function numberNames(tx: Transaction, noun: Named, names: Iterable<string>): Promise<Map<string, number>> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return new Map()
  const table = tx[noun] as Transaction['tag'] // the three are alike in what is asked of them here
  const known = new Map((await table.findMany({ where: { name: { in: wanted } } })).map(({ name, id }) => [name, id]))
  const missing = wanted.filter((name) => !known.has(name))
  if (missing.length === 0) return known
  for (const { name, id } of await table.createManyAndReturn({ data: missing.map((name) => ({ name })) }))
    known.set(name, id)
  return known
}
