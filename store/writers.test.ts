import { blankCopy } from '@/newsroom/blank-copy'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { write } from '@/newsroom/write'
import { createArticle, findArticle } from './articles'
import { createCategory, listCategories } from './categories'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const root = join(import.meta.dirname, '..')
const at = new Date('2026-11-24T00:00:00Z')
const writers = ['甲', '乙', '丙', '丁']
const articlesEach = 40

type Done = { created: number; published: number; refused: number; killed: number; edits: number }

function startWriter(...args: string[]): Promise<Done> {
  const program = ['--conditions=react-server', '--import', 'tsx', 'store/writer-process.ts']
  const child = spawn(process.execPath, [...program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    complained += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(complained))))
  })
}

it('four processes that write at once lose nothing, and every article has exactly one address', async () => {
  const scratch = await openScratchDatabase()
  const { db, url } = scratch
  try {
    const by = await createStaff(db, {
      email: 'chief@example.org',
      name: '江予怀',
      role: 'administrator',
      passwordHash: 'x',
      at,
    })
    await createCategory(db, { slug: 'shared', name: 'shared', at })
    const copy = blankCopy({ headline: '大家的', body: '开头。', category: 'shared', tags: ['标签0'] })
    const shared = await createArticle(db, write(copy, { by, at }))
    const done = await Promise.all(
      writers.map((name) => startWriter(url, name, `${articlesEach}`, `${shared.id}`, `${by.id}`)),
    )
    const sum = (key: keyof Done) => done.reduce((total, one) => total + one[key], 0)

    expect(sum('created')).toBe(writers.length * articlesEach)
    expect(sum('published') + sum('refused') + sum('killed')).toBe(sum('created'))
    // Each of the wanted addresses went to one of the four.
    expect(sum('refused')).toBe(Math.ceil(articlesEach / 3) * (writers.length - 1))
    expect(await db.article.count()).toBe(sum('created') + 1)
    expect(await db.publishedArticle.count()).toBe(sum('published') + 1)

    const now = await findArticle(db, shared.id)
    const lines = now?.copy.body.split('\n').slice(1) ?? []
    expect(lines.toSorted()).toEqual(
      writers
        .flatMap((name) => Array.from({ length: articlesEach / 4 }, (_, index) => `${name}-${index * 4}`))
        .toSorted(),
    )
    expect(now?.version).toBe(1 + sum('edits'))

    const addresses = await db.address.groupBy({
      by: ['articleId', 'state'],
      where: { articleId: { not: null } },
      _count: true,
    })
    expect(addresses.every(({ _count }) => _count === 1)).toBe(true)
    expect(addresses.filter(({ state }) => state === 'current')).toHaveLength(sum('published') + 1)
    expect(addresses.filter(({ state }) => state === 'gone')).toHaveLength(sum('killed'))
    for (const { id, slug, articleCount } of await listCategories(db))
      expect(articleCount, slug).toBe(await db.publishedArticle.count({ where: { categoryId: id } }))
    expect(await listCategories(db)).toHaveLength(6)
    expect([await db.tag.count(), await db.source.count(), await db.author.count()]).toEqual([7, 3, 2])
  } finally {
    await scratch.close()
  }
}, 180_000)
