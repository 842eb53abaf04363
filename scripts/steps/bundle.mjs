import { build } from 'esbuild'
import { root } from './places.mjs'

/**
 * A program of its own: it writes the commands as plain JavaScript, since compiled as they are loaded they would cost every start half a
 * second. Packages stay where npm put them.
 */
await build({
  absWorkingDir: root,
  entryPoints: ['commands/main.ts'],
  outdir: '.next/dibao',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  conditions: ['react-server'],
  logLevel: 'warning',
})
