import { browserEnvironment } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { become } from './steps/child.mjs'
import { ensureChineseFonts } from './steps/fonts.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { run } from './steps/speech.mjs'

/** `npm run look`: pictures of the pages, for the eye. */
await run(async (args) => {
  checkNodeVersion()
  await install({ everything: true })
  await generate()
  await build()
  const browser = await browserEnvironment()
  await ensureChineseFonts()
  return become('e2e/look.ts', args, browser)
})
