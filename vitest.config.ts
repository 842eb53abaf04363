import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const exclude = ['node_modules/**', '.next/**', 'e2e/**']

/** Where the tests find a PostgreSQL server; `npm test` starts one. Without it they run on SQLite alone. */
const server = process.env.DIBAO_TEST_POSTGRESQL

export default defineConfig({
  resolve: {
    alias: { '@': root },
    // Without it `server-only` throws outside Next.
    conditions: ['react-server'],
  },
  ssr: { resolve: { conditions: ['react-server'] } },
  test: {
    setupFiles: [join(root, 'vitest.setup.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One worker less than cores is one of two on a small machine, and half of it idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, '**/*postgresql*.test.ts'],
          env: { DIBAO_TEST_POSTGRESQL: '' },
        },
      },
      ...(server
        ? [
            {
              extends: true as const,
              test: {
                name: 'postgresql',
                include: testsOfTheStore(),
                exclude: [...exclude, '**/*sqlite*.test.ts'],
                env: { DIBAO_TEST_POSTGRESQL: server },
              },
            },
          ]
        : []),
    ],
  },
})

/** Every test that opens a store runs on either kind; the others need not run twice. */
function testsOfTheStore(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory())
      return /^\.|^(node_modules|e2e|data|content|generated)$/.test(entry.name) ? [] : testsOfTheStore(path)
    if (!/\.test\.tsx?$/.test(path)) return []
    return /scratch-database|scratch-postgresql/.test(readFileSync(join(root, path), 'utf8')) ? [path] : []
  })
}
