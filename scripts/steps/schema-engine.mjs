import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const packageName = '@prisma/schema-engine-wasm/schema_engine_bg'
let loading

/**
 * Prisma's schema engine as WebAssembly, over an in-memory SQLite or the PostgreSQL server at `url`. The Prisma CLI downloads the same engine
 * as a native program before it does anything; this one comes with npm, so migrations can be written where nothing else is reachable.
 */
export async function openSchemaEngine(provider, url) {
  loading ??= loadEngine()
  const [glue, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([
    loading,
    import('@prisma/driver-adapter-utils'),
  ])
  return glue.SchemaEngine.new(
    { datamodels: [['empty.prisma', `datasource db { provider = "${provider}" }`]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(await shadows[provider](url)),
  )
}

async function loadEngine() {
  const glue = await import(packageName)
  const folder = path.dirname(createRequire(import.meta.url).resolve(packageName))
  const module = new WebAssembly.Module(await readFile(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/** Where the engine tries the migrations out. */
const shadows = {
  sqlite: async () => {
    const { PrismaLibSql } = await import('@prisma/adapter-libsql')
    return runScriptsWhole(new PrismaLibSql({ url: ':memory:' }, { shadowDatabaseUrl: ':memory:' }))
  },
  postgresql: async (url) => {
    const { PrismaPg } = await import('@prisma/adapter-pg')
    return tellCharacters(new PrismaPg({ connectionString: url }))
  },
}

/** Prisma 7.10.0 hands the shadow database whole scripts through executeRaw, which runs their first statement only. */
function runScriptsWhole(factory) {
  const connect = factory.connectToShadowDb.bind(factory)
  factory.connectToShadowDb = async () => {
    const database = await connect()
    const executeRaw = database.executeRaw.bind(database)
    database.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query)
      await database.executeScript(query.sql)
      return 0
    }
    return database
  }
  return factory
}

/** PostgreSQL's catalogue has one-letter columns of its own type, number 18, which adapter-pg 7.10.0 refuses to read; 1042 is CHAR. */
function tellCharacters(factory) {
  const connect = factory.connectToShadowDb.bind(factory)
  factory.connectToShadowDb = async () => {
    const database = await connect()
    const pool = database.underlyingDriver()
    const ask = pool.query.bind(pool)
    pool.query = async (...asked) => {
      const result = await ask(...asked)
      for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1042
      return result
    }
    // The server goes when the work is done, whoever is still connected.
    pool.on('error', () => {})
    return database
  }
  return factory
}
