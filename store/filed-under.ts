import { isListNoun } from '@/newsroom/list-address'
import type { Field } from '@/newsroom/search/fields'
import { readTypedSecurity } from '@/newsroom/security'
import type { Database } from './database'
import type { Filed } from './index-entries'
import { findNamedList, numbersOf } from './named-lists'

/** What articles can be filed under by a name that a reader gives: none for a name that nothing has. A category is known by its slug too, a security by its code. */
export async function findFiled(db: Database, field: Field, name: string): Promise<Filed[]> {
  const rows = await namesakes(db, field, name)
  return rows.map(({ id }) => ({ field, number: id }))
}

async function namesakes(db: Database, field: Field, name: string): Promise<{ id: number }[]> {
  const select = { id: true }
  if (field === 'category') return db.category.findMany({ where: { OR: [{ name }, { slug: name }] }, select })
  if (isListNoun(field)) {
    // An article is filed under the name that it says, and found by any that leads to the same list.
    const list = await findNamedList(db, field, { names: [name] })
    return list ? numbersOf(list).map((id) => ({ id })) : []
  }
  const security = readTypedSecurity(name.normalize('NFKC').toLowerCase())
  return db.security.findMany({ where: { OR: [{ name }, { code: name }, ...(security ? [security] : [])] }, select })
}
