import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const forbidden = [
  ['newsroom/publish.ts', '@/store/articles'],
  ['newsroom/publish.ts', '../store/articles'],
  ['newsroom/publish.ts', 'next/headers'],
  ['newsroom/publish.ts', 'node:fs'],
  ['newsroom/publish.ts', '@/env'],
  ['components/front/shelf.tsx', '@/store/articles'],
  ['components/front/shelf.tsx', '../../portal/read-front'],
  ['store/articles.ts', '@/portal/read-front'],
  ['portal/read-front.ts', '../server/serve'],
  ['portal/read-front.ts', '@prisma/client'],
  ['server/serve.ts', 'pg'],
  ['ingest/jekyll/import-site.ts', '@/app/admin/session'],
  ['server/serve.ts', '@/ingest/jekyll/import-site'],
  ['server/serve.ts', '@/media/open-shelf'],
  ['commands/import.ts', '../portal/read-front'],
  ['app/(portal)/page.tsx', '@/store/articles'],
  ['app/(portal)/[...path]/page.tsx', '../../../store/articles'],
  ['app/admin/articles/page.tsx', '@/server/serve'],
  ['outside/fetch-outside.ts', '@/store/articles'],
  ['outside/fetch-outside.ts', '../media/open-shelf'],
  ['outside/fetch-outside.ts', '@/env'],
  ['outside/fetch-outside.ts', 'node:fs/promises'],
  ['media/open-shelf.ts', '@/env'],
  ['media/open-shelf.ts', '../store/database'],
  ['media/open-shelf.ts', '@/outside/fetch-outside'],
  ['media/open-shelf.ts', 'node:https'],
  ['media/open-shelf.ts', 'next/server'],
  ['newsroom/publish.ts', '@/media/open-shelf'],
  ['components/front/shelf.tsx', '@/media/open-shelf'],
  ['portal/read-front.ts', '@/outside/fetch-outside'],
  ['store/articles.ts', '../outside/fetch-outside'],
  ['app/(portal)/page.tsx', '@/outside/fetch-outside'],
] as const
const allowed = [
  ['app/admin/articles/page.tsx', '@/store/articles'],
  ['app/(portal)/page.tsx', '@/portal/read-front'],
  ['portal/read-front.ts', '@/store/published'],
  ['ingest/jekyll/import-site.ts', '@/store/incoming'],
  ['commands/serve.ts', '@/server/serve'],
  ['server/send-push.ts', '@/outside/fetch-outside'],
  ['store/articles.ts', '@/newsroom/article'],
  ['outside/fetch-outside.ts', '@/newsroom/refusal'],
  ['media/renditions.ts', '@/newsroom/picture-address'],
  ['app/api/media/[hash]/[file]/route.ts', '@/media/open-shelf'],
  ['app/admin/articles/actions.ts', '@/outside/fetch-outside'],
  ['ingest/wire/poll.ts', '@/outside/fetch-outside'],
  ['commands/serve.ts', '@/media/darkroom'],
] as const

/** A tree of files that import what each case says, under the project's own lint rules; each stands beside the file it is named for. */
let tree = ''
let said = ''
const fileOf = (path: string, target: string) =>
  join(dirname(path), `case-${Buffer.from(path + target).toString('hex')}.ts`)

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'dibao-rooms-'))
  copyFileSync(join(import.meta.dirname, 'biome.json'), join(tree, 'biome.json'))
  for (const [path, target] of [...forbidden, ...allowed]) {
    mkdirSync(join(tree, dirname(path)), { recursive: true })
    writeFileSync(join(tree, fileOf(path, target)), `import { thing } from '${target}'\n\nexport const kept = thing\n`)
  }
  const biome = join(createRequire(import.meta.url).resolve('@biomejs/biome/package.json'), '../bin/biome')
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: tree,
    encoding: 'utf8',
  })
  said = stdout
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

function refusedFiles(): string[] {
  const { diagnostics } = JSON.parse(said) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[]
  }
  return diagnostics
    .filter(({ category }) => category === 'lint/style/noRestrictedImports')
    .map(({ location }) =>
      (typeof location.path === 'string' ? location.path : location.path.file).replace(/^\.\//, ''),
    )
}

describe('the walls between the rooms (DESIGN §5)', () => {
  it.each(forbidden)('%s may not import %s', (path, target) => {
    expect(refusedFiles()).toContain(fileOf(path, target))
  })

  it.each(allowed)('%s may import %s', (path, target) => {
    expect(refusedFiles()).not.toContain(fileOf(path, target))
  })
})
