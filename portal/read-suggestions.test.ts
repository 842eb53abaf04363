import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory, saveCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { nameList } from '@/store/named-lists'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { readSuggestions } from './read-suggestions'

const opened = vi.hoisted(() => ({ db: null as Database | null }))
vi.mock('@/store/database', async (original) => ({
  ...(await original<typeof import('@/store/database')>()),
  database: async () => opened.db,
}))

let db: Database
let close: () => Promise<void>
let by: Staff
const at = new Date('2026-10-01T00:00:00+08:00')
const zone = 'Asia/Shanghai'

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  opened.db = db = scratch.db
  close = scratch.close
  by = await createStaff(db, { email: 'a@e.org', name: '江予怀', role: 'chief-editor', passwordHash: 'x', at })
  await createCategory(db, { slug: 'jingji', name: '经济', at })
  await createCategory(db, { slug: 'kong', name: '经济空栏', at })
  const mark = '<span data-code="600519|1|1">贵州茅台</span>'
  await published({ headline: '茅台镇的秋天', body: `<p>${mark}涨了。</p>`, bodyFormat: 'html', tags: ['白酒'] })
})
afterAll(() => close())

async function published(copy: Partial<Copy>) {
  const draft = await createArticle(db, write(blankCopy({ category: 'jingji', body: '文', ...copy }), { by, at }))
  return changeArticle(db, draft.id, { seenVersion: 1, zone }, (now) => publish(now, { by, at }, noLibrary))
}
const texts = async (typed: string) => (await readSuggestions(typed)).map(({ kind, text }) => `${kind} ${text}`)

describe('Somebody who types', () => {
  it.each([
    ['gzmt', 'security 贵州茅台 600519'],
    ['guizhou', 'security 贵州茅台 600519'],
    ['ＧＺ', 'security 贵州茅台 600519'],
    ['茅台', 'security 贵州茅台 600519'],
    ['6005', 'security 贵州茅台 600519'],
    ['茅', 'headline 茅台镇的秋天'],
    ['秋天', 'headline 茅台镇的秋天'],
    ['baijiu', 'tag 白酒'],
    ['bj', 'tag 白酒'],
    ['jing', 'category 经济'],
  ])('%s is suggested %s', async (typed, suggested) => expect(await texts(typed)).toContain(suggested))

  it('is led to the list or the article that is meant', async () => {
    const paths = [
      ...(await readSuggestions('gzmt')),
      ...(await readSuggestions('bj')),
      ...(await readSuggestions('jing')),
    ]
    expect(paths.map(({ path }) => path)).toEqual([
      '/security/sh.600519',
      '/tag/%E7%99%BD%E9%85%92',
      '/category/jingji.html',
    ])
    expect((await readSuggestions('秋天'))[0]?.path).toMatch(/^\/jingji\/2026\/10\/01\//)
  })

  it('is suggested nothing for nothing, nor what leads nowhere', async () => {
    for (const typed of ['', ' ', '。', '%', '_', '\u0000', '空栏', '茅台酒']) expect(await texts(typed)).toEqual([])
  })

  it('is suggested what is called so now, and no more what was withdrawn', async () => {
    const { id, version } = await published({ headline: '柳浦开港', tags: ['航运'] })
    expect(await texts('hangyun')).toEqual(['tag 航运'])
    await changeArticle(db, id, { seenVersion: version, zone }, (now) => kill(now, '失实', { by, at }))
    expect(await texts('hangyun')).toEqual([])
    expect(await texts('柳浦')).toEqual([])
    await saveCategory(db, 'jingji', { name: '财经', description: '', rank: null, at })
    expect(await texts('caijing')).toEqual(['category 财经'])
    expect(await texts('jingji')).toEqual([])
  })

  it('is suggested a list by every name it has or had, as it is called now', async () => {
    await published({ headline: '转产', tags: ['造纸'] })
    const { id } = await db.tag.findUniqueOrThrow({ where: { name: '造纸' } })
    await nameList(db, { noun: 'tag', id, seenName: '造纸', at }, async () => '纸业')
    for (const typed of ['zaozhi', '造纸', 'zhiye', '纸业']) expect(await texts(typed)).toEqual(['tag 纸业'])
  })

  it('is answered in two thousand bytes, whatever headlines there are, and once for the same words', async () => {
    for (let number = 0; number < 12; number++)
      await published({ headline: `${'长'.repeat(190)}${number % 6}`, tags: [`长标签${'长'.repeat(30)}${number}`] })
    const found = await readSuggestions('长')
    expect(Buffer.byteLength(JSON.stringify(found))).toBeLessThanOrEqual(2000)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ text }) => text)).size).toBe(found.length)
  })
})
