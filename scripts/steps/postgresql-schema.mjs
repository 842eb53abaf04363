import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at } from './places.mjs'

const derived = at('prisma', 'postgresql', 'schema.prisma')

/** The same models for PostgreSQL: Prisma takes one kind of database a schema, and two written by hand would drift apart. */
export function postgresqlSchema(sqlite) {
  const header = /^(\/\/.*\n)+/
  return sqlite
    .replace(header, '// Derived from ../schema.prisma by scripts/steps/postgresql-schema.mjs: edit that one.\n')
    .replace('"../store/generated/sqlite"', '"../../store/generated/postgresql"')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
}

/** Derives the schema of PostgreSQL; written only when it differs, so that a checkout nobody may write serves too. */
export function derivePostgresqlSchema() {
  const wanted = postgresqlSchema(readFileSync(at('prisma', 'schema.prisma'), 'utf8'))
  const present = statSync(derived, { throwIfNoEntry: false }) && readFileSync(derived, 'utf8')
  if (present === wanted) return
  mkdirSync(path.dirname(derived), { recursive: true })
  writeFileSync(derived, wanted)
}
