import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PrismaClient } from './generated/postgresql/client'
import { PostgresqlAdapter, type PostgresqlOptions } from './postgresql-adapter'
import { openScratchDatabase } from './scratch-database'

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let opened: PrismaClient[]
let other: Client

beforeEach(async () => {
  scratch = await openScratchDatabase()
  opened = []
  other = new Client({ connectionString: scratch.url })
  await other.connect()
})
afterEach(async () => {
  await other.end()
  for (const db of opened) await db.$disconnect()
  await scratch.close()
})

const open = (options?: PostgresqlOptions) => {
  const db = new PrismaClient({ adapter: new PostgresqlAdapter(scratch.url, options) })
  opened.push(db)
  return db
}
const add = (db: PrismaClient, name: string) => db.$transaction((tx) => tx.tag.create({ data: { name } }))
const names = async () => (await other.query('SELECT name FROM tag ORDER BY id')).rows.map(({ name }) => name)

describe('a store that another process keeps locked for too long', () => {
  it('refuses the write, and takes the next one as if nothing had been', async () => {
    const impatient = open({ lockMilliseconds: 200 })
    await other.query('BEGIN')
    await other.query(`SELECT pg_advisory_xact_lock(${0x646962616f})`)
    await expect(add(impatient, '在锁里')).rejects.toThrow(/lock timeout/)
    await other.query('COMMIT')
    await add(impatient, '锁开以后')
    await add(impatient, '再一次')
    expect(await names()).toEqual(['锁开以后', '再一次'])
  })
  it('still answers readers, however many writers wait', async () => {
    const db = open({ lockMilliseconds: 2000 })
    await other.query('BEGIN')
    await other.query(`SELECT pg_advisory_xact_lock(${0x646962616f})`)
    const waiting = Promise.allSettled(Array.from({ length: 30 }, (_, index) => add(db, `${index}`)))
    const started = performance.now()
    await Promise.all(Array.from({ length: 8 }, () => db.tag.count()))
    expect(performance.now() - started).toBeLessThan(1500)
    await other.query('COMMIT')
    await waiting
  })
})

describe('a transaction', () => {
  it('that fails half way is taken back', async () => {
    const db = open()
    const failing = db.$transaction(async (tx) => {
      await tx.tag.create({ data: { name: '半途' } })
      throw new Error('停')
    })
    await expect(failing).rejects.toThrow('停')
    await add(db, '之后')
    expect(await names()).toEqual(['之后'])
  })
  it('whose failed statement was passed over is no success: nothing of it was saved', async () => {
    const db = open()
    await add(db, '有了')
    const passedOver = db.$transaction(async (tx) => {
      await tx.tag.create({ data: { name: '前' } })
      await tx.tag.create({ data: { name: '有了' } }).catch(() => {})
    })
    await expect(passedOver).rejects.toThrow('nothing of it was saved')
    await add(db, '之后')
    expect(await names()).toEqual(['有了', '之后'])
  })
  it('that would see the time before its turn is refused', async () => {
    const strict = open().$transaction((tx) => tx.tag.count(), { isolationLevel: 'Serializable' })
    await expect(strict).rejects.toThrow('SERIALIZABLE')
    await add(open(), '之后')
  })
  it('that only Prisma sees takes its turn like any other', async () => {
    const db = open({ lockMilliseconds: 200 })
    await other.query('BEGIN')
    await other.query(`SELECT pg_advisory_xact_lock(${0x646962616f})`)
    const nested = db.category.create({
      data: { slug: 'a', name: 'a', addresses: { create: { path: '/a/', state: 'current', since: new Date(0) } } },
    })
    await expect(nested).rejects.toThrow()
    await other.query('ROLLBACK')
  })
  it('finds what another made while it waited: two that look before they make never collide', async () => {
    const [first, second] = [open(), open()]
    const findOrMake = (db: PrismaClient) =>
      db.$transaction(async (tx) => {
        const known = await tx.tag.findUnique({ where: { name: '同名' } })
        await new Promise((resolve) => setTimeout(resolve, 5))
        return known ?? (await tx.tag.create({ data: { name: '同名' } }))
      })
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => findOrMake(index % 2 ? first : second)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
  it('makes its numbers visible in the order they were given', async () => {
    const stores = [open(), open(), open()]
    const writing = Promise.all(
      stores.flatMap((db, who) => Array.from({ length: 30 }, (_, i) => add(db, `${who}-${i}`))),
    )
    let done = false
    void writing.then(() => {
      done = true
    })
    const seen: number[] = []
    while (!done) {
      const { rows } = await other.query('SELECT id FROM tag WHERE id > $1 ORDER BY id', [seen.at(-1) ?? 0])
      seen.push(...rows.map(({ id }) => id))
    }
    const { rows } = await other.query('SELECT id FROM tag ORDER BY id')
    seen.push(...rows.map(({ id }) => id).filter((id) => id > (seen.at(-1) ?? 0)))
    expect(seen).toEqual(rows.map(({ id }) => id))
    expect(seen).toHaveLength(90)
  })
})

describe('after a commit', () => {
  it('the process is told before whoever wrote hears of it, and by then everybody sees it', async () => {
    const told: string[][] = []
    const db = open({
      afterCommit: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        told.push(await names())
      },
    })
    await add(db, '一')
    expect(told).toEqual([['一']])
    await db.tag.count()
    await expect(
      db.$transaction(async (tx) => {
        await tx.tag.create({ data: { name: '二' } })
        throw new Error('停')
      }),
    ).rejects.toThrow('停')
    expect(told).toHaveLength(1)
  })
  it('the store takes the next write while the process is being told, and a failure to tell undoes nothing', async () => {
    const db: PrismaClient = open({
      afterCommit: async () => {
        if ((await db.tag.count()) === 1) await add(db, '里面')
        throw new Error('没听见')
      },
    })
    await add(db, '外面')
    expect(await names()).toEqual(['外面', '里面'])
  })
})
