import { readFile } from 'node:fs/promises'
import { install } from './steps/install.mjs'
import { readMigrations, tablesOutsideTheSchema, writeMigration } from './steps/migrations.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { at } from './steps/places.mjs'
import { openSchemaEngine } from './steps/schema-engine.mjs'
import { Refusal, run, say } from './steps/speech.mjs'

/** `npm run migration -- NAME` writes the step from the migrations to the schema; `-- --check` says whether one is missing. */
await run(async ([argument]) => {
  const check = argument === '--check'
  if (!check && !/^[a-z][a-z0-9_]*$/.test(argument ?? '')) {
    throw new Refusal('Give the migration a name in lower case, such as: npm run migration -- add_columns.')
  }
  checkNodeVersion()
  await install({ everything: true })
  const sql = await missingStep()
  if (check && sql) throw new Refusal(`The migrations lag behind prisma/schema.prisma: run npm run migration -- NAME.`)
  if (check) return
  if (!sql) return say('The migrations already lead to prisma/schema.prisma.')
  say(`Wrote ${await writeMigration(argument, sql)}; read it before you commit it.`)
})

/** The SQL that leads from the migrations to the schema, or nothing when they agree. */
async function missingStep() {
  const path = at('prisma', 'schema.prisma')
  const content = await readFile(path, 'utf8')
  const migrations = await readMigrations()
  const engine = await openSchemaEngine()
  try {
    const difference = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path, content }] },
      script: true,
      exitCode: true,
      filters: { externalTables: tablesOutsideTheSchema(migrations), externalEnums: [] },
    })
    return difference.exitCode === 0 ? undefined : difference.stdout
  } catch (error) {
    throw new Refusal(`Put right what Prisma's schema engine refuses. ${withoutTrace(error.message)}`)
  } finally {
    engine.free()
  }
}

/** The engine's own words without its Rust stack. */
function withoutTrace(message) {
  return message.split(/\n\s*0: /)[0].trim()
}
