import { existsSync, rmSync } from 'node:fs'
import { step } from './child.mjs'
import { at } from './places.mjs'
import { Refusal, say } from './speech.mjs'
import { fingerprint, unlessStamped } from './stamp.mjs'

const stamp = '.next/dibao-stamp'
const sources = [
  ...['app', 'components', 'ingest', 'messages', 'newsroom', 'portal', 'public', 'server', 'store'],
  ...['env.ts', 'instrumentation.ts', 'proxy.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package-lock.json', 'prisma/schema.prisma'],
]

/** Generated code follows from the schema, and tests and prose are in no page. */
const isSource = (file) => !/^store\/generated\/|\.(test|spec)\.tsx?$|\.md$/.test(file)

/** Builds the pages when a source differs from what the last finished build was made of, or when told to. */
export async function build({ always = false } = {}) {
  if (always || !existsSync(at('.next/BUILD_ID'))) rmSync(at(stamp), { force: true })
  await unlessStamped(stamp, fingerprint(sources, isSource), async () => {
    say('Building the pages …')
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    const { code, output } = await step(['node_modules/next/dist/bin/next', 'build'], { quiet: true, env })
    if (code === 0) return
    say(output.trim())
    throw new Refusal('The pages could not be built: put right what Next.js names above.')
  })
}
