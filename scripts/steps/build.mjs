import { existsSync, rmSync } from 'node:fs'
import { step } from './child.mjs'
import { at } from './places.mjs'
import { Refusal, say } from './speech.mjs'
import { fingerprint, unlessStamped } from './stamp.mjs'

const stamp = '.next/dibao-stamp'
const sources = [
  ...[
    'app',
    'commands',
    'components',
    'ingest',
    'media',
    'messages',
    'newsroom',
    'outside',
    'portal',
    'public',
    'server',
    'store',
  ],
  ...['env.ts', 'instrumentation.ts', 'proxy.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package-lock.json', 'prisma/schema.prisma'],
]

/** Generated code follows from the schema, and tests and prose are in no page. */
const isSource = (file) => !/^store\/generated\/|\.(test|spec)\.tsx?$|\.md$/.test(file)

/** The built commands, which `npm start` and the tests run. */
export const builtCommands = '.next/dibao/main.mjs'

/** Builds the pages and the commands when a source differs from what the last finished build was made of, or when told to. */
export async function build({ always = false } = {}) {
  if (always || !existsSync(at('.next/BUILD_ID')) || !existsSync(at(builtCommands))) rmSync(at(stamp), { force: true })
  await unlessStamped(stamp, fingerprint(sources, isSource), async () => {
    say('Building the pages …')
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await made(
      ['node_modules/next/dist/bin/next', 'build'],
      env,
      'The pages could not be built: put right what Next.js names above.',
    )
    await made(
      ['scripts/steps/bundle.mjs'],
      env,
      'The commands could not be built: put right what esbuild names above.',
    )
  })
}

async function made(program, env, otherwise) {
  const { code, output } = await step(program, { quiet: true, env })
  if (code === 0) return
  say(output.trim())
  throw new Refusal(otherwise)
}
