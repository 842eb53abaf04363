import { become } from './steps/child.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { run } from './steps/speech.mjs'

/** `npm run dev`: the portal with every page built as it is asked for. */
await run(async (args) => {
  checkNodeVersion()
  await install()
  await generate()
  return become('commands/main.ts', ['serve', ...args], { NODE_ENV: 'development', DIBAO_DEV: '1' })
})
