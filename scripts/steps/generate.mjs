import { step } from './child.mjs'
import { Refusal, say } from './speech.mjs'
import { fingerprint, unlessStamped } from './stamp.mjs'

const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']
const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

/** Generates the database client into store/generated, which no repository keeps. */
export async function generate() {
  await unlessStamped('store/generated/.dibao-stamp', fingerprint(sources), async () => {
    say('Generating the database client …')
    const { code, output } = await step(['node_modules/prisma/build/index.js', 'generate'], { quiet: true, env: quiet })
    if (code === 0) return
    say(output.trim())
    throw new Refusal(
      'The database client could not be generated: put prisma/schema.prisma right, as Prisma says above.',
    )
  })
}
