import type { SqlDriverAdapter, SqlQuery, SqlQueryable } from '@prisma/driver-adapter-utils'

/**
 * Text as both stores can keep it. PostgreSQL refuses U+0000 and half characters, SQLite takes some of them and gives others back; U+FFFD
 * stands for either, as in an HTML parser, so that outside copy is never lost for one byte.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

/** The same for every text in a value that goes in as JSON. */
export function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return storableText(value) as Value
  if (Array.isArray(value)) return value.map(storable) as Value
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storable(part)])) as Value
}

/** Makes every query of an adapter, and of its transactions, carry storable text only: the one gate that all text passes. */
export function carryStorableText<Adapter extends SqlDriverAdapter>(adapter: Adapter): Adapter {
  guard(adapter)
  const start = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolation) => guard(await start(isolation))
  return adapter
}

function guard<Queryable extends SqlQueryable>(queryable: Queryable): Queryable {
  const query = queryable.queryRaw.bind(queryable)
  const execute = queryable.executeRaw.bind(queryable)
  queryable.queryRaw = (asked) => query(storableQuery(asked))
  queryable.executeRaw = (asked) => execute(storableQuery(asked))
  return queryable
}

function storableQuery(query: SqlQuery): SqlQuery {
  const args = query.args.map((arg, index) =>
    typeof arg === 'string' && query.argTypes[index]?.scalarType === 'json' ? storableJson(arg) : storable(arg),
  )
  return { ...query, args }
}

/** JSON writes what cannot be stored as an escape; any other text has none. */
function storableJson(json: string): string {
  return /\\u(?:0000|d[89a-f])/i.test(json) ? JSON.stringify(storable(JSON.parse(json))) : json
}
