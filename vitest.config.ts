import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)) },
    // Without it `server-only` throws outside Next.
    conditions: ['react-server'],
  },
  ssr: { resolve: { conditions: ['react-server'] } },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', '.next/**', 'e2e/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
