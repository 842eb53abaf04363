import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const packageName = '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's schema engine as WebAssembly, over an in-memory SQLite. The Prisma CLI downloads the same engine as a native
 * program before it does anything; this one comes with npm, so migrations can be written where nothing else is reachable.
 */
export async function openSchemaEngine() {
  const [glue, { bindMigrationAwareSqlAdapterFactory }, { PrismaLibSql }] = await Promise.all([
    import(packageName),
    import('@prisma/driver-adapter-utils'),
    import('@prisma/adapter-libsql'),
  ])
  const folder = path.dirname(createRequire(import.meta.url).resolve(packageName))
  const module = new WebAssembly.Module(await readFile(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()

  const factory = runScriptsWhole(new PrismaLibSql({ url: ':memory:' }, { shadowDatabaseUrl: ':memory:' }))
  return glue.SchemaEngine.new(
    { datamodels: [['empty.prisma', 'datasource db { provider = "sqlite" }']] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
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
