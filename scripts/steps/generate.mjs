import { rmSync } from 'node:fs'
import { step } from './child.mjs'
import { at } from './places.mjs'
import { derivePostgresqlSchema } from './postgresql-schema.mjs'
import { Refusal, say } from './speech.mjs'
import { fingerprint, unlessStamped } from './stamp.mjs'

const schemas = ['prisma/schema.prisma', 'prisma/postgresql/schema.prisma']
const sources = [...schemas, 'prisma.config.ts', 'node_modules/prisma/package.json']
const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

/** Generates a database client for each kind of store into store/generated, which no repository keeps. */
export async function generate() {
  derivePostgresqlSchema()
  await unlessStamped('store/generated/.dibao-stamp', fingerprint(sources), async () => {
    say('Generating the database clients …')
    rmSync(at('store', 'generated'), { recursive: true, force: true })
    const runs = await Promise.all(
      schemas.map((schema) =>
        step(['node_modules/prisma/build/index.js', 'generate', '--schema', schema], { quiet: true, env: quiet }),
      ),
    )
    const failed = runs.find(({ code }) => code !== 0)
    if (!failed) return
    say(failed.output.trim())
    throw new Refusal(
      'The database clients could not be generated: put prisma/schema.prisma right, as Prisma says above.',
    )
  })
}
