import { build, builtCommands } from './steps/build.mjs'
import { become } from './steps/child.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { serveProcess } from './steps/serve-process.mjs'
import { run } from './steps/speech.mjs'

/** `npm start`: from a fresh clone to a running portal. Each step does only what is still to do. */
await run(async (args) => {
  checkNodeVersion()
  await install()
  await generate()
  await build()
  const { flags, variables } = serveProcess(process.env)
  return become(builtCommands, ['serve', ...args], { NODE_ENV: 'production', ...variables }, flags)
})
