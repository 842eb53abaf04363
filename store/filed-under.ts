import type { Field } from '@/newsroom/search/fields'
import { readTypedSecurity } from '@/newsroom/security'
import type { Database } from './database'
import type { Filed } from './index-entries'

/** What articles can be filed under by a name that a reader gives: none for a name that nothing has. A category is known by its slug too, a security by its code. */
export async function findFiled(db: Database, field: Field, name: string): Promise<Filed[]> {
  const rows = await namesakes(db, field, name)
  return rows.map(({ id }) => ({ field, number: id }))
}

async function namesakes(db: Database, field: Field, name: string): Promise<{ id: number }[]> {
  const select = { id: true }
  if (field === 'category') return db.category.findMany({ where: { OR: [{ name }, { slug: name }] }, select })
  if (field === 'source') return db.source.findMany({ where: { name }, select })
  if (field === 'author') return db.author.findMany({ where: { name }, select })
  if (field === 'tag') return db.tag.findMany({ where: { name }, select })
  const security = readTypedSecurity(name.normalize('NFKC').toLowerCase())
  return db.security.findMany({ where: { OR: [{ name }, { code: name }, ...(security ? [security] : [])] }, select })
}
