import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { createArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import {
  createPreviewLink,
  findPreviewed,
  findPreviewMaker,
  listPreviewLinks,
  revokePreviewLink,
} from './preview-links'
import { openScratchDatabase } from './scratch-database'
import { secretHash } from './secrets'
import { createStaff, disableStaff } from './staff'

const start = new Date('2026-11-24T00:00:00Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let articleId: number
const tokenHash = secretHash('a secret')
const open = async (articleId: number, at: Date) => (await listPreviewLinks(db, { articleId, at })).links

beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'reporter', passwordHash: 'x', at: start })
  await createCategory(db, { slug: 'bendi', name: '本地', at: start })
  articleId = (await createArticle(db, write(blankCopy({ headline: '渡口', category: 'bendi' }), { by, at: start }))).id
  await createPreviewLink(db, { tokenHash, articleId, createdById: by.id, at: start, expiresAt: later(24) })
})
afterEach(() => scratch.close())

describe('a link for somebody without an account', () => {
  it('opens its article until it runs out', async () => {
    expect(await findPreviewed(db, tokenHash, later(23))).toBe(articleId)
    expect(await findPreviewed(db, tokenHash, later(24))).toBeNull()
    expect(await findPreviewed(db, secretHash('another'), later(1))).toBeNull()
  })
  it('is listed with who made it and until when, and without what the store knows more', async () => {
    await createPreviewLink(db, { tokenHash: 'b', articleId, createdById: by.id, at: later(1), expiresAt: later(2) })
    expect(await open(articleId, later(1))).toEqual([
      { tokenHash: 'b', by: '顾一苇', createdAt: later(1), expiresAt: later(2) },
      { tokenHash, by: '顾一苇', createdAt: start, expiresAt: later(24) },
    ])
    expect(await open(articleId, later(3))).toHaveLength(1)
    expect(await open(articleId + 1, start)).toEqual([])
  })
  it('is counted where there are too many to list, and those of one person can be listed alone', async () => {
    const editor = await createStaff(db, {
      email: 'c@b.org',
      name: '陆知微',
      role: 'editor',
      passwordHash: 'x',
      at: start,
    })
    const make = (tokenHash: string, createdById: number, at: Date) =>
      createPreviewLink(db, { tokenHash, articleId, createdById, at, expiresAt: later(30) })
    for (let number = 0; number < 49; number++) await make(`e${number}`, editor.id, later(1))
    const at = later(2)
    expect(await listPreviewLinks(db, { articleId, at })).toMatchObject({ links: { length: 50 }, besides: 0 })
    for (let number = 0; number < 3; number++) await make(`f${number}`, editor.id, later(1))
    const { links, besides } = await listPreviewLinks(db, { articleId, at })
    // The oldest is the one that there is no room for.
    expect([links.length, besides, links.some((link) => link.tokenHash === tokenHash)]).toEqual([50, 3, false])
    expect(await listPreviewLinks(db, { articleId, at, createdById: by.id })).toMatchObject({
      links: [{ tokenHash, by: '顾一苇' }],
      besides: 0,
    })
  })
  it('has a maker, whether it still opens or not', async () => {
    await revokePreviewLink(db, { articleId, tokenHash, at: start })
    expect(await findPreviewMaker(db, { articleId, tokenHash })).toBe(by.id)
    expect(await findPreviewMaker(db, { articleId: articleId + 1, tokenHash })).toBeNull()
  })
  it('opens nothing once it was taken back, and only of its own article can it be', async () => {
    await revokePreviewLink(db, { articleId: articleId + 1, tokenHash, at: start })
    expect(await findPreviewed(db, tokenHash, start)).toBe(articleId)
    await revokePreviewLink(db, { articleId, tokenHash, at: start })
    expect(await findPreviewed(db, tokenHash, start)).toBeNull()
    expect(await open(articleId, start)).toEqual([])
  })
  it('ends with the account of who made it', async () => {
    await disableStaff(db, by.id, start)
    expect(await findPreviewed(db, tokenHash, start)).toBeNull()
    expect(await open(articleId, start)).toEqual([])
  })
})
