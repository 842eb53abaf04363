import { build } from './steps/build.mjs'
import { become } from './steps/child.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { findNginx } from './steps/nginx.mjs'
import { checkNodeVersion } from './steps/node-version.mjs'
import { run } from './steps/speech.mjs'

/** `npm run bench`: measures what the design promises. */
await run(async (args) => {
  checkNodeVersion()
  await install({ everything: true })
  await generate()
  await build()
  const comparesServers = !args.includes('--help') && (!args.includes('--only') || args.join().includes('serve'))
  const nginx = comparesServers ? await findNginx() : undefined
  return become('bench/main.ts', args, { NODE_ENV: 'production', DIBAO_NGINX: nginx ?? '' })
})
