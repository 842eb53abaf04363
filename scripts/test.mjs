import { browserEnvironment } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { e2e, lint, types, unit } from './steps/checks.mjs'
import { Stopped } from './steps/child.mjs'
import { ensureChineseFonts } from './steps/fonts.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { seedOfTree } from './steps/seed.mjs'
import { withServices } from './steps/services.mjs'
import { Refusal, run, say } from './steps/speech.mjs'
import { summarise } from './steps/summary.mjs'

/** What each kind of test runs. The last tool of a kind gets the arguments that are not ours. */
const kinds = {
  unit: (args, env) => inTurn(() => unit(args, env)),
  check: (args, env) => inTurn(lint, types, () => unit(args, env)),
  e2e: (args, env) => inTurn(() => browse(args, env)),
  all: (args, env) =>
    inTurn(
      lint,
      types,
      () => unit([], { ...env, DIBAO_TEST_SEED: seedOfTree() }),
      () => browse(args, { ...env, DIBAO_E2E_RETRIES: '1' }),
    ),
}

/** `npm test`: everything, set-up included, a browser and a PostgreSQL server too. `--only unit`, `check` or `e2e` runs a part. */
await run(async (args) => {
  checkNodeVersion()
  const only = args[0] === '--only'
  const kind = kinds[only ? args[1] : 'all']
  if (!kind) throw new Refusal('Say --only unit, --only check or --only e2e.')
  await install({ everything: true })
  await generate()
  return withServices(async ({ env, omitted }) => {
    for (const sentence of omitted) say(sentence)
    return summarise(await kind(only ? args.slice(2) : args, env), omitted)
  })
})

/** A build or a browser that is not to be had is one failure more, and no reason to keep quiet about the other tests. */
async function browse(args, env) {
  try {
    await build()
    const browser = await browserEnvironment()
    await ensureChineseFonts()
    return await e2e(args, { ...browser, ...env })
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Stopped) throw error
    say(error.message)
    return { name: 'e2e', passed: 0, flaky: 0, failed: 1 }
  }
}

async function inTurn(...checks) {
  const results = []
  for (const check of checks) results.push(await check())
  return results
}
