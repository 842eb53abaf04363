import { lint, types, unit } from './steps/checks.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { withServices } from './steps/services.mjs'
import { run } from './steps/speech.mjs'
import { summarise } from './steps/summary.mjs'

/** `npm run check`: all that can be told without a browser. Arguments go to the unit tests. */
await run(async (args) => {
  checkNodeVersion()
  await install({ everything: true })
  await generate()
  return withServices(async ({ env, omitted }) =>
    summarise([await lint(), await types(), await unit(args, env)], omitted),
  )
})
