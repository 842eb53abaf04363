import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import { kill } from '@/newsroom/kill'
import { move } from '@/newsroom/move'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import { listFirstPaths } from './first-paths'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'
import { listWithdrawn } from './withdrawn'

const zone = 'Asia/Shanghai'
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 24, hours))

let db: Database
let close: () => Promise<void>
let by: Staff
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  by = await createStaff(db, {
    email: 'a@b.org',
    name: '顾一苇',
    role: 'administrator',
    passwordHash: 'x',
    at: hour(0),
  })
  for (const [slug, name] of [
    ['bendi', '本地'],
    ['jingji', '经济'],
  ] as const)
    await createCategory(db, { slug, name, at: hour(0) })
})
afterEach(() => close())

const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (slug: string, hours: number, category = 'bendi') =>
  change(
    await createArticle(db, write(blankCopy({ headline: slug, body: '文', category, slug }), { by, at: hour(hours) })),
    (now) => publish(now, { by, at: hour(hours) }, noLibrary),
  )
const moved = (article: Article, slug: string, hours: number) =>
  change(article, (now) => move(now, { slug, publishedAt: hour(1) }, { by, at: hour(hours), zone }))

/** The statement that notes the first addresses, in the migrations of one kind of store. */
const updateIn = (migrations: string) => {
  const folder = join(import.meta.dirname, '../prisma', migrations)
  const name = readdirSync(folder).find((one) => one.endsWith('_maps')) ?? ''
  return /UPDATE "address"[\s\S]*?;/.exec(readFileSync(join(folder, name, 'migration.sql'), 'utf8'))?.[0]
}

describe('the first address of an article', () => {
  it('stays the first, wherever the article moves: on, back, and on again', async () => {
    const one = await published('one', 1)
    const other = await published('other', 2)
    await moved(await moved(await moved(one, 'two', 3), 'one', 4), 'three', 5)
    expect(await listFirstPaths(db, [one.id, other.id, 999])).toEqual(
      new Map([
        [one.id, '/bendi/2026/11/24/one.html'],
        [other.id, '/bendi/2026/11/24/other.html'],
      ]),
    )
  })
  it('is found again by the migration in a store that did not note it', async () => {
    const ids = [(await published('stays', 1)).id, (await moved(await published('goes', 1), 'gone', 2)).id]
    await change(await published('killed', 3), (now) => kill(now, '失实', { by, at: hour(4) }))
    const before = await db.address.findMany({ where: { isFirst: true }, orderBy: { path: 'asc' } })
    expect(before.filter(({ articleId }) => articleId !== null)).toHaveLength(3)
    await db.address.updateMany({ data: { isFirst: false } })
    const [update = '', onPostgresql] = ['migrations', 'postgresql/migrations'].map(updateIn)
    expect(onPostgresql).toBe(update)
    await db.$executeRawUnsafe(update)
    expect(await db.address.findMany({ where: { isFirst: true }, orderBy: { path: 'asc' } })).toEqual(before)
    expect([...(await listFirstPaths(db, ids)).keys()].sort()).toEqual(ids)
  })
})

describe('what was withdrawn', () => {
  it('is listed newest first, by its first address and with the reason, of all categories or of one', async () => {
    const early = await moved(await published('early', 1), 'later-name', 2)
    const late = await published('late', 2, 'jingji')
    await published('stays', 3)
    await change(late, (now) => kill(now, '重复', { by, at: hour(5) }))
    await change(early, (now) => kill(now, '失实', { by, at: hour(6) }))
    const expected = [
      { firstPath: '/bendi/2026/11/24/early.html', at: hour(6), reason: '失实' },
      { firstPath: '/jingji/2026/11/24/late.html', at: hour(5), reason: '重复' },
    ]
    expect(await listWithdrawn(db, {}, 10)).toEqual(expected)
    expect(await listWithdrawn(db, {}, 1)).toEqual(expected.slice(0, 1))
    const jingji = await db.category.findUniqueOrThrow({ where: { slug: 'jingji' } })
    expect(await listWithdrawn(db, { categoryId: jingji.id }, 10)).toEqual(expected.slice(1))
  })
})
