import type Database from 'libsql'

type Statement = ReturnType<Database.Database['prepare']>

/** Enough for readers: of two hundred articles asked for in turn, three met a statement that was not among them. More of them take memory. */
const mostKept = 50

/**
 * Makes a connection prepare each statement once: libsql's client has every one compiled anew, which took a third of a millisecond, and a page
 * asks three. SQLite itself compiles a kept one again after the tables changed; it has to name its columns, since a `*` may come to mean others.
 * `forget` is for one that failed.
 */
export function keepStatements(connection: Database.Database): Database.Database & { forget: (sql: string) => void } {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()
  return Object.assign(connection, {
    prepare: (sql: string) => {
      const statement = kept.get(sql) ?? withColumns(prepare(sql))
      // Set again at the end: the first of the map is the one that nobody asked for the longest.
      kept.delete(sql)
      kept.set(sql, statement)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return statement
    },
    forget: (sql: string) => void kept.delete(sql),
  })
}

/** A statement that tells its columns without asking SQLite for each of them again. */
function withColumns(statement: Statement): Statement {
  const ask = statement.columns.bind(statement)
  let columns: ReturnType<typeof ask> | undefined
  return Object.assign(statement, { columns: () => (columns ??= ask()) })
}
