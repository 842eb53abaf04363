import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PrismaClient } from './generated/sqlite/client'
import { openScratchDatabase } from './scratch-database'
import { SqliteAdapter } from './sqlite-adapter'

describe('a store that another process keeps locked for too long', () => {
  let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
  let impatient: PrismaClient
  let other: Database.Database

  beforeEach(async () => {
    scratch = await openScratchDatabase()
    impatient = new PrismaClient({ adapter: new SqliteAdapter(scratch.url, { busyMilliseconds: 200 }) })
    other = new Database(scratch.url.slice('file:'.length), { timeout: 200 })
  })
  afterEach(async () => {
    other.close()
    await impatient.$disconnect()
    await scratch.close()
  })

  const addTag = (name: string) => impatient.$transaction((tx) => tx.tag.create({ data: { name } }))

  it('refuses the write, and takes the next one as if nothing had been', async () => {
    other.exec('BEGIN IMMEDIATE')
    await expect(addTag('在锁里')).rejects.toThrow()
    other.exec('COMMIT')
    await addTag('锁开以后')
    await addTag('再一次')
    other.exec("INSERT INTO tag (name) VALUES ('别的进程')")
    const names = (await impatient.tag.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)
    expect(names).toEqual(['锁开以后', '再一次', '别的进程'])
  })

  it('refuses a write by itself too, and others see the next one at once', async () => {
    const seenByOther = () => other.prepare('SELECT name FROM tag ORDER BY id').pluck().all()
    other.exec('BEGIN IMMEDIATE')
    await expect(impatient.tag.create({ data: { name: '在锁里' } })).rejects.toThrow()
    other.exec('COMMIT')
    await impatient.tag.create({ data: { name: '锁开以后' } })
    expect(seenByOther()).toEqual(['锁开以后'])
    other.exec("INSERT INTO tag (name) VALUES ('别的进程')")
    expect(await impatient.tag.count()).toBe(2)
  })

  it('takes back a transaction that fails half way', async () => {
    const failing = impatient.$transaction(async (tx) => {
      await tx.tag.create({ data: { name: '半途' } })
      throw new Error('停')
    })
    await expect(failing).rejects.toThrow('停')
    await addTag('之后')
    expect(await impatient.tag.count()).toBe(1)
  })

  it('goes on asking what it asked before when a migration has changed the tables meanwhile', async () => {
    const names = async () => (await impatient.tag.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)
    await addTag('之前')
    expect(await names()).toEqual(['之前'])
    other.exec("ALTER TABLE tag ADD COLUMN note TEXT; CREATE INDEX tag_note ON tag (note); UPDATE tag SET note = '注'")
    expect(await names()).toEqual(['之前'])
    await addTag('之后')
    expect(await names()).toEqual(['之前', '之后'])
  })
})
