import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** What is done while no other process of the tests does the same. */
const preparing = 72_707_370

/** A new database on a test server, and how to take it away; one made from a template is full of what that holds. */
export async function createScratchPostgresql(
  server: string,
  template = 'template0',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `scratch_${randomUUID().replaceAll('-', '')}`
  await ask(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: databaseOf(server, name), drop: () => ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/** Lets nobody into a database and throws out whoever is in it, as if its server were down; or lets everybody in again. */
export async function shutPostgresql(server: string, url: string, isShut: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await ask(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${!isShut}`)
  if (isShut) await ask(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
}

/** Takes every row away, and begins the numbers anew. A row that a migration itself wrote goes too: let none do so. */
export function emptyPostgresql(url: string): Promise<void> {
  return ask(
    url,
    `DO $$
    DECLARE one text;
    BEGIN
      -- Rows that point at others may then go in any order.
      SET LOCAL session_replication_role = replica;
      FOR one IN SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      LOOP EXECUTE 'DELETE FROM ' || one; END LOOP;
      PERFORM setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences WHERE schemaname = 'public';
    END $$`,
  )
}

/** The name of a database that `fill` has filled, once for all processes that share the server: to make others from. */
export async function templatePostgresql(
  server: string,
  name: string,
  fill: (url: string) => Promise<unknown>,
): Promise<string> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${preparing})`)
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (known.rowCount) return name
    const unfinished = await createScratchPostgresql(server)
    await fill(unfinished.url)
    await client.query(`ALTER DATABASE ${new URL(unfinished.url).pathname.slice(1)} RENAME TO ${name}`)
    return name
  } finally {
    await client.end()
  }
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function ask(server: string, sql: string): Promise<void> {
  await askPostgresql(server, sql)
}

/** One statement on a connection of its own, and the first value of what it gives; `?` stands for each argument, as on SQLite. */
export async function askPostgresql(url: string, sql: string, args: string[] = []): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  let count = 0
  try {
    const { rows } = await client.query({
      text: sql.replace(/\?/g, () => `$${++count}`),
      values: args,
      rowMode: 'array',
    })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}
