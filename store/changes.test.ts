import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory, saveCategory } from './categories'
import { appendChange, findNewestChange, trimChanges } from './changes'
import { listChanges } from './scratch-changes'
import type { Database } from './database'
import { openScratchDatabase } from './scratch-database'
import { firstSettings, saveSettings } from './settings'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T01:00:00Z')
const copy = blankCopy({
  headline: '柳浦港开港',
  body: '柳浦港今天开港。',
  category: 'bendi',
  tags: ['港口'],
})

let db: Database
let close: () => Promise<void>
let act: Act

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const by = await createStaff(db, {
    email: 'a@example.org',
    name: '沈砚秋',
    role: 'chief-editor',
    passwordHash: 'x',
    at,
  })
  act = { by, at }
  for (const slug of ['bendi', 'jingji']) await createCategory(db, { slug, name: slug, at })
})
afterEach(() => close())

const newChanges = async (since: number) => listChanges(db, { after: since, limit: 100 })
const publishOne = async (words: Partial<Copy> = {}) => {
  const draft = await createArticle(db, write({ ...copy, ...words }, act))
  return changeArticle(db, draft.id, { seenVersion: draft.version, zone }, (article) =>
    publish(article, act, noLibrary),
  )
}

describe('the change log', () => {
  it('is silent about drafts', async () => {
    const before = await findNewestChange(db)
    const draft = await createArticle(db, write(copy, act))
    await changeArticle(db, draft.id, { seenVersion: 1, zone }, (article) =>
      revise(article, { ...copy, headline: '新' }, act),
    )
    expect(await newChanges(before)).toEqual([])
  })

  it('tells what a publish touched, and that the first article of a category changes the navigation', async () => {
    const before = await findNewestChange(db)
    const first = await publishOne()
    const second = await publishOne()
    const [one, two, ...more] = await newChanges(before)
    expect(more).toEqual([])
    expect(one).toMatchObject({ act: 'publish', at })
    expect(one?.touched).toEqual(
      expect.arrayContaining(['site', 'front', `article:${first.id}`, 'category:bendi', 'tag:港口']),
    )
    expect(two?.touched).toEqual(expect.arrayContaining(['front', `article:${second.id}`]))
    expect(two?.touched).not.toContain('site')
    expect(two?.touched).not.toContain('category-past:bendi')
  })

  it('tells both categories of an article that moves, and the kill of one', async () => {
    const article = await publishOne()
    const before = await findNewestChange(db)
    const moved = await changeArticle(db, article.id, { seenVersion: article.version, zone }, (given) =>
      publish(revise(given, { ...copy, category: 'jingji' }, act), act, noLibrary),
    )
    await changeArticle(db, article.id, { seenVersion: moved.version, zone }, (given) => kill(given, '不实', act))
    const [move, killing] = await newChanges(before)
    expect(move?.touched).toEqual(expect.arrayContaining(['category:bendi', 'category:jingji', 'categories']))
    expect(killing).toMatchObject({ act: 'kill' })
    expect(killing?.touched).toEqual(expect.arrayContaining([`article:${article.id}`, 'category:jingji', 'front']))
  })

  it('tells of names and settings, which every page shows', async () => {
    const before = await findNewestChange(db)
    await saveCategory(db, 'bendi', { name: '本地', description: '', rank: null, at })
    await saveSettings(db, { ...firstSettings, name: '棠州日报' }, { seenVersion: 0, at })
    expect((await newChanges(before)).map(({ act, touched }) => [act, touched.includes('site')])).toEqual([
      ['category', true],
      ['settings', true],
    ])
  })

  it('has nothing of an act that was rolled back', async () => {
    const before = await findNewestChange(db)
    const failing = db.$transaction(async (tx) => {
      await appendChange(tx, { site: true }, { act: 'settings', at })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await findNewestChange(db)).toBe(before)
  })

  it('forgets what is old, but never its newest entry', async () => {
    await publishOne()
    const newest = await findNewestChange(db)
    await trimChanges(db, new Date(at.getTime() + 1))
    expect((await newChanges(0)).map(({ id }) => id)).toEqual([newest])
  })
})
