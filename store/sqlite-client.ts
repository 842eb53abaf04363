import type { Client, InArgs, InStatement, Transaction } from '@libsql/client'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { keepStatements } from './keep-statements'

/**
 * libsql's client of a SQLite file, with one connection that keeps its statements, and with transactions that wait for their turn.
 *
 * A statement that waited for a lock in vain is left half run by libsql: everything written later on its connection would hang in the air,
 * seen by nobody. The client then opens another connection.
 */
export function openSqliteClient(url: string, { busyMilliseconds }: { busyMilliseconds?: number }): Client {
  const path = url.replace(/^file:/, '')
  let { connection, client } = open()

  return {
    protocol: 'file',
    get closed() {
      return client.closed
    },
    execute,
    transaction,
    executeMultiple: (script) => client.executeMultiple(script),
    batch: (...asked) => client.batch(...asked),
    migrate: (statements) => client.migrate(statements),
    sync: () => client.sync(),
    reconnect: async () => reopen(),
    close: () => client.close(),
  }

  function open() {
    const options = { timeout: busyMilliseconds }
    const connection = keepStatements(new Database(path, options))
    // A commit is then lost only with the machine's power, and the file is whole even so (SQLite's own advice for WAL).
    connection.exec('PRAGMA synchronous=NORMAL')
    return { connection, client: new Sqlite3Client(path, options, connection, 'number') }
  }

  function reopen(): void {
    client.close()
    ;({ connection, client } = open())
  }

  async function execute(asked: InStatement | string, args?: InArgs) {
    const statement = typeof asked === 'string' ? { sql: asked, args } : asked
    try {
      return await client.execute(statement)
    } catch (error) {
      connection.forget(statement.sql)
      if (isBusy(error) && !connection.inTransaction) reopen()
      throw error
    }
  }

  /**
   * Prisma's adapter asks for a deferred BEGIN: a read followed by a write then fails at once when another process wrote in between, whatever
   * the time-out says. BEGIN IMMEDIATE takes the write lock first, so that writers queue. And libsql gives every transaction a connection that
   * nobody closes afterwards: an import grew by 300 MB of them. The adapter lets nothing else through while a transaction is open, so the one
   * connection serves.
   */
  async function transaction(): Promise<Transaction> {
    try {
      await client.execute('BEGIN IMMEDIATE')
    } catch (error) {
      reopen()
      throw error
    }
    let closed = false
    const rollBack = async () => {
      if (closed) return
      closed = true
      // Where even that fails, only a new connection is sure to hold nothing.
      await execute('ROLLBACK').catch(reopen)
    }
    const commit = async () => {
      try {
        await execute('COMMIT')
        closed = true
      } catch (error) {
        await rollBack()
        throw error
      }
    }
    return {
      execute,
      batch: () => Promise.reject(new Error('a batch is a transaction of its own')),
      executeMultiple: () => Promise.reject(new Error('a script is a transaction of its own')),
      commit,
      rollback: rollBack,
      close: () => void rollBack(),
      get closed() {
        return closed
      },
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}
