import type { Database, Transaction } from './database'

export type StoreKind = 'sqlite' | 'postgresql'

const key = Symbol.for('dibao.store-kind')

/** Has a database say which kind it is; its transactions say so too. */
export function withKind(db: Database, kind: StoreKind): Database {
  return Object.assign(db, { [key]: kind })
}

/** Which kind a database or a transaction is of. Throws for one that `openDatabase` did not open. */
export function kindOf(db: Database | Transaction): StoreKind {
  const kind: unknown = Reflect.get(db, key)
  if (kind !== 'sqlite' && kind !== 'postgresql') throw new Error('this database was not opened by openDatabase')
  return kind
}
