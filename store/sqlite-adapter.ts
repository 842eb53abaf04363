import type { Client, TransactionMode } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'

/**
 * Prisma's SQLite with transactions that wait for their turn. The adapter itself opens them with a deferred BEGIN: a read
 * followed by a write then fails at once when another process wrote in between, whatever the time-out says. BEGIN IMMEDIATE
 * takes the write lock first, so that writers queue.
 */
export class SqliteAdapter extends PrismaLibSql {
  constructor(url: string, { busyMilliseconds = 10_000 } = {}) {
    // Instants as integers: half the size of text in every index, and they sort as they should.
    super({ url, timeout: busyMilliseconds }, { timestampFormat: 'unixepoch-ms' })
  }

  override createClient(config: ConstructorParameters<typeof PrismaLibSql>[0]): Client {
    const client = super.createClient(config)
    const begin = client.transaction.bind(client)
    client.transaction = (_mode?: TransactionMode) => begin('write')
    return client
  }
}
