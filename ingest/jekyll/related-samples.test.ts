import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/store/database'
import { relateDue } from '@/store/relate-due'
import { openScratchDatabase } from '@/store/scratch-database'
import { importSite } from './import-site'

const samples = join(import.meta.dirname, '../../../shared/samples')
const at = new Date('2026-11-24T03:00:00Z')

/** Ends of the names of files that say the same, by reading them. */
const twins = [
  ['206672930', '206781916'],
  ['206748961', '206749391'],
  ['206885586', '206885694'],
  // The wire's two versions, by its own code.
  ['2352230938', 'NW202204212352230938'],
  ['205262391921712', '202205262391921712'],
]
/** Reports of one matter, twins among them. */
const stories = [
  ['206672930', '206781916', '206748961', '206749391'],
  ['206742097', '206777086'],
  ['206703990', '206717618'],
  ['206885586', '206885694'],
  ['206928461', '206935918'],
  ['2352230938', 'NW202204212352230938'],
  ['205262391921712', '202205262391921712'],
]

describe.skipIf(!existsSync(samples))('Of the real old site (needs ../shared/samples), the machine', () => {
  let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
  let db: Database
  let told: { pair: string; kind: string }[]

  beforeAll(async () => {
    scratch = await openScratchDatabase()
    db = scratch.db
    await importSite(db, {
      directory: join(samples, 'finews/site'),
      zone: 'Asia/Shanghai',
      at,
      zoneless: 'local',
      dryRun: false,
      shiftNewestTo: null,
      onProgress: () => {},
      isStopped: () => false,
    })
    while ((await relateDue(db, { take: 20, at })) !== null) {}
    const files = await db.original.findMany({ where: { role: 'article' }, select: { path: true, articleId: true } })
    const names = new Map(files.map(({ articleId, path }) => [articleId, path.replace(/^.*\/|\.md$/g, '')]))
    const relations = await db.relation.findMany()
    told = relations
      .filter(({ articleId, otherId }) => articleId < otherId)
      .map(({ articleId, otherId, kind }) => ({
        pair: pairOf(names.get(articleId) ?? '', names.get(otherId) ?? ''),
        kind,
      }))
  })
  afterAll(() => scratch.close())

  it('finds what says the same, and no two of a series', () => {
    const found = told.filter(({ kind }) => kind === 'twin').map(({ pair }) => pair)
    expect(found.toSorted()).toEqual(pairsOf(twins))
  })
  it('finds most reports of one matter, and little that is none', () => {
    const found = told.filter(({ kind }) => kind !== 'related').map(({ pair }) => pair)
    const wanted = pairsOf(stories)
    const right = found.filter((pair) => wanted.includes(pair)).length
    if (process.env.DIBAO_TEST_FIGURES) console.log('story', right / found.length, right / wanted.length, wanted.length)
    expect(right / found.length).toBeGreaterThanOrEqual(0.7)
    expect(right / wanted.length).toBeGreaterThanOrEqual(0.55)
  })
})

function pairsOf(groups: string[][]): string[] {
  return groups
    .flatMap((group) => group.flatMap((one, at) => group.slice(at + 1).map((other) => pairOf(one, other))))
    .toSorted()
}

/** Numbers of the wire without their beginning, which a whole day shares; its second edition apart. */
function pairOf(one: string, other: string): string {
  return [one, other].map(shorten).toSorted().join(' ')
}

function shorten(name: string): string {
  const [, edition = '', code = ''] = /(NW)?(\d+)$/.exec(name) ?? []
  return edition + code.slice(-7)
}
