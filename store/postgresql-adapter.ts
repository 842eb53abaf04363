import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@prisma/driver-adapter-utils'
import { carryStorableText } from './storable-text'

type Connection = Awaited<ReturnType<PrismaPg['connect']>>

export type PostgresqlOptions = {
  /** Awaited after each commit and before whoever asked for it hears of it. What it throws changes nothing: the commit has happened. */
  afterCommit?: () => Promise<void>
  /** How long a writer waits for the others before it is refused. */
  lockMilliseconds?: number
}

/** The lock's number: "dibao" in ASCII. A database of its own has locks of its own. */
const writers = 0x646962616f

/**
 * Prisma's PostgreSQL with writers that queue, as SQLite's do.
 *
 * Every transaction takes one lock right after its BEGIN, so that code which is right on SQLite is right here: what was not found can be
 * made, two writers never wait for each other, and numbers become visible in the order they were given. Readers wait for nobody. Within a
 * process writers queue before they take a connection: however many there are, the others stay free for readers.
 */
export class PostgresqlAdapter extends PrismaPg {
  readonly #options: PostgresqlOptions

  constructor(url: string, options: PostgresqlOptions = {}) {
    super({
      connectionString: url,
      application_name: 'dibao',
      max: 10,
      connectionTimeoutMillis: 10_000,
      // The first reader after a quiet while should not wait for a connection to be made.
      idleTimeoutMillis: 300_000,
      statement_timeout: 30_000,
      // A server that no longer answers at all is noticed on this side.
      query_timeout: 35_000,
      // A machine that vanishes in the middle of a transaction must not keep the lock for ever.
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
    })
    this.#options = options
  }

  override async connect(): Promise<Connection> {
    const connection = await super.connect()
    const { afterCommit, lockMilliseconds = 10_000 } = this.#options
    const begin = connection.startTransaction.bind(connection)
    const takeTurn = turns()
    connection.startTransaction = async (isolation) => {
      // Any stricter level sees what was there before the wait for the lock.
      if (isolation && isolation !== 'READ COMMITTED') throw new Error(`No transaction of ours is ${isolation}.`)
      const endTurn = await takeTurn()
      try {
        return whole(await lock(await begin(isolation), lockMilliseconds), endTurn, afterCommit)
      } catch (error) {
        endTurn()
        throw error
      }
    }
    return carryStorableText(connection)
  }
}

/** One round trip: the time-out holds for this transaction only, whoever uses the connection next. */
async function lock(transaction: Transaction, milliseconds: number): Promise<Transaction> {
  try {
    await transaction.queryRaw({
      sql: `SELECT set_config('lock_timeout', '${milliseconds}', true), pg_advisory_xact_lock(${writers})::text`,
      args: [],
      argTypes: [],
    })
    return transaction
  } catch (error) {
    await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] }).catch(() => {})
    await transaction.rollback()
    throw error
  }
}

/**
 * Prisma sends COMMIT as a query and then calls `commit`. After a failed statement PostgreSQL answers COMMIT by rolling back, and says
 * so in a word that the adapter drops: nobody may take that for a success.
 */
function whole(transaction: Transaction, endTurn: () => void, afterCommit?: () => Promise<void>): Transaction {
  let failed = false
  const noteFailure = (error: unknown) => {
    failed = true
    throw error
  }
  const query = transaction.queryRaw.bind(transaction)
  const execute = transaction.executeRaw.bind(transaction)
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  const back = transaction.rollbackToSavepoint?.bind(transaction)
  // Prisma asks for what belongs to a row side by side; one connection takes one query at a time.
  let latest: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = latest.then(ask)
    latest = answer.catch(() => {})
    return answer
  }
  transaction.queryRaw = (asked) => inTurn(() => query(asked)).catch(noteFailure)
  transaction.executeRaw = async (asked) => {
    if (failed && asked.sql === 'COMMIT') {
      await execute({ ...asked, sql: 'ROLLBACK' })
      throw new Error('A statement of this transaction failed, so nothing of it was saved.')
    }
    return inTurn(() => execute(asked)).catch(noteFailure)
  }
  transaction.rollbackToSavepoint =
    back &&
    (async (name) => {
      await back(name)
      failed = false
    })
  transaction.commit = async () => {
    await commit().finally(endTurn)
    await afterCommit?.().catch(() => {})
  }
  transaction.rollback = () => rollback().finally(endTurn)
  return transaction
}

/** A queue: gives the way to whoever came first, and waits for the one before to have ended. */
function turns(): () => Promise<() => void> {
  let last = Promise.resolve()
  return async () => {
    const before = last
    let end = () => {}
    last = new Promise<void>((resolve) => {
      end = resolve
    })
    await before
    return end
  }
}
