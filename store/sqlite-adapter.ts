import type { Client } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { openSqliteClient } from './sqlite-client'
import { carryStorableText } from './storable-text'

/** Prisma's SQLite on a client of ours; text goes in as both stores can keep it. */
export class SqliteAdapter extends PrismaLibSql {
  constructor(url: string, { busyMilliseconds = 10_000 } = {}) {
    // Instants as integers: half the size of text in every index, and they sort as they should.
    super({ url, timeout: busyMilliseconds }, { timestampFormat: 'unixepoch-ms' })
  }

  override async connect(): ReturnType<PrismaLibSql['connect']> {
    return carryStorableText(await super.connect())
  }

  override createClient({ url, timeout }: ConstructorParameters<typeof PrismaLibSql>[0]): Client {
    return openSqliteClient(url, { busyMilliseconds: timeout })
  }
}
