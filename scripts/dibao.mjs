import { become } from './steps/child.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { run } from './steps/speech.mjs'

/** `npm run dibao -- COMMAND`: the desk without a browser. */
await run(async (args) => {
  checkNodeVersion()
  await install()
  await generate()
  return become('commands/main.ts', args)
})
