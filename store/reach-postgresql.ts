import { Client } from 'pg'
import { withoutPassword } from './without-password'

/**
 * A connection of its own to a PostgreSQL server. Throws one sentence that names DATABASE_URL and the reason, and never its password, when there
 * is none to be had or the database cannot hold Chinese.
 */
export async function reachPostgresql(url: string): Promise<Client> {
  const client = clientOf(url)
  // A connection that is lost later fails whatever query is under way: that one is heard.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Error(
      `DATABASE_URL is ${JSON.stringify(withoutPassword(url))}, where no store answers: ${reasonOf(error)}.`,
    )
  }
  const encoding = (await client.query('SHOW server_encoding')).rows[0]?.server_encoding
  if (encoding === 'UTF8') return client
  await client.end()
  throw new Error(
    `DATABASE_URL is ${JSON.stringify(withoutPassword(url))}, a database in ${encoding}; it takes one that was made with the encoding UTF8.`,
  )
}

function clientOf(url: string): Client {
  try {
    return new Client({ connectionString: url, application_name: 'dibao', connectionTimeoutMillis: 10_000 })
  } catch {
    throw new Error(
      `DATABASE_URL is ${JSON.stringify(withoutPassword(url))}; it takes postgresql://name:password@host:port/database.`,
    )
  }
}

/** A host of several addresses fails once for each, and says so in a list. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return (first instanceof Error && first.message ? first.message : String(first)).replace(/[\s.]+$/, '')
}
