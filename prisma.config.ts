import { defineConfig } from 'prisma/config'

// generate, validate and format never run the Rust schema engine, yet the CLI insists on downloading it first
// unless it is told where one lies. Any program will do for these three; for any other command it would lie.
if (['generate', 'validate', 'format'].some((command) => process.argv.includes(command))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
