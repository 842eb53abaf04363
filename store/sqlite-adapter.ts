import type { Client, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { carryStorableText } from './storable-text'

/**
 * Prisma's SQLite with transactions that wait for their turn and stay on one connection.
 *
 * The adapter itself opens them with a deferred BEGIN: a read followed by a write then fails at once when another process wrote in
 * between, whatever the time-out says. BEGIN IMMEDIATE takes the write lock first, so that writers queue. And libsql gives every
 * transaction a connection that nobody closes afterwards: an import grew by 300 MB of them. The adapter lets nothing else through
 * while a transaction is open, so the one connection serves.
 */
export class SqliteAdapter extends PrismaLibSql {
  constructor(url: string, { busyMilliseconds = 10_000 } = {}) {
    // Instants as integers: half the size of text in every index, and they sort as they should.
    super({ url, timeout: busyMilliseconds }, { timestampFormat: 'unixepoch-ms' })
  }

  override async connect(): ReturnType<PrismaLibSql['connect']> {
    return carryStorableText(await super.connect())
  }

  override createClient(config: ConstructorParameters<typeof PrismaLibSql>[0]): Client {
    const client = super.createClient(config)
    client.transaction = () => beginTransaction(client)
    return client
  }
}

async function beginTransaction(client: Client): Promise<Transaction> {
  try {
    await client.execute('BEGIN IMMEDIATE')
  } catch (error) {
    // libsql leaves a BEGIN that waited in vain half run: everything written later on its connection would hang in the air.
    await client.reconnect()
    throw error
  }
  let closed = false
  const rollBack = async () => {
    if (closed) return
    closed = true
    // Where even that fails, only a new connection is sure to hold nothing.
    await client.execute('ROLLBACK').catch(() => client.reconnect())
  }
  const commit = async () => {
    try {
      await client.execute('COMMIT')
      closed = true
    } catch (error) {
      await rollBack()
      throw error
    }
  }
  return {
    execute: (statement) => client.execute(statement),
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
