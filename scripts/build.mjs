import { build } from './steps/build.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { run } from './steps/speech.mjs'

/** `npm run build`: builds the pages even if nothing seems to have changed, for an image to be shipped. */
await run(async () => {
  checkNodeVersion()
  await install()
  await generate()
  await build({ always: true })
})
