import { install } from './steps/install.mjs'
import {
  nameMigration,
  readMigrations,
  readSchema,
  tablesOutsideTheSchema,
  writeMigration,
} from './steps/migrations.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { withPostgresql } from './steps/postgresql.mjs'
import { derivePostgresqlSchema } from './steps/postgresql-schema.mjs'
import { openSchemaEngine } from './steps/schema-engine.mjs'
import { Refusal, run, say } from './steps/speech.mjs'

/**
 * `npm run migration -- NAME` writes the step from the migrations to the schema, for either kind of store; `-- --check` says whether one is
 * missing. PostgreSQL's half is tried out on a server of our own.
 */
await run(async ([argument]) => {
  const check = argument === '--check'
  if (!check && !/^[a-z][a-z0-9_]*$/.test(argument ?? '')) {
    throw new Refusal('Give the migration a name in lower case, such as: npm run migration -- add_columns.')
  }
  checkNodeVersion()
  await install({ everything: true })
  derivePostgresqlSchema()
  await withPostgresql(async (url) => {
    const steps = [['sqlite', await missingStep('sqlite')]]
    if (url) steps.push(['postgresql', await missingStep('postgresql', url)])
    const missing = steps.filter(([, sql]) => sql)
    if (check && missing.length > 0) throw new Refusal(lagging(missing.map(([provider]) => provider)))
    const name = nameMigration(argument)
    for (const [provider, sql] of check ? [] : missing) {
      say(`Wrote ${await writeMigration(provider, name, sql)}; read it before you commit it.`)
    }
    if (!check && missing.length === 0) say('The migrations already lead to prisma/schema.prisma.')
    if (!url) say(withoutServer(check))
  })
})

/** The SQL that leads from the migrations to the schema, or nothing when they agree. */
async function missingStep(provider, url) {
  const migrations = await readMigrations(provider)
  const engine = await openSchemaEngine(provider, url)
  // PostgreSQL's tables are known by their schema too.
  const qualified = (table) => (provider === 'postgresql' ? `public.${table}` : table)
  try {
    const difference = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [await readSchema(provider)] },
      script: true,
      exitCode: true,
      filters: { externalTables: tablesOutsideTheSchema(migrations).map(qualified), externalEnums: [] },
    })
    return difference.exitCode === 0 ? undefined : difference.stdout
  } catch (error) {
    throw new Refusal(`Put right what Prisma's schema engine refuses. ${withoutTrace(error.message)}`)
  } finally {
    engine.free()
  }
}

function lagging(providers) {
  return `The migrations of ${providers.join(' and ')} lag behind prisma/schema.prisma: run npm run migration -- NAME.`
}

function withoutServer(check) {
  return `The PostgreSQL half was not ${check ? 'checked' : 'written'}: its server programs are not here, and it is tried out on a server.`
}

/** The engine's own words without its Rust stack. */
function withoutTrace(message) {
  return message.split(/\n\s*0: /)[0].trim()
}
