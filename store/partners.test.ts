import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PartnerWish } from '@/newsroom/partner'
import type { Staff } from '@/newsroom/staff'
import type { Database } from './database'
import { createPartner, findPartner, listPartners, revokePartner } from './partners'
import { openScratchDatabase } from './scratch-database'
import { secretHash } from './secrets'
import { createStaff, disableStaff } from './staff'

const at = new Date('2026-11-24T00:00:00Z')
const wish: PartnerWish = { name: '棠州电台', delayMinutes: 15, form: 'summary', categories: ['bendi'] }
const tokenHash = secretHash('a secret')

let db: Database
let close: () => Promise<void>
let by: Staff
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'administrator', passwordHash: 'x', at })
  await createPartner(db, wish, { tokenHash, at, by })
})
afterEach(() => close())

describe('a partner', () => {
  it('is found by the secret alone, which the store cannot tell', async () => {
    expect(await findPartner(db, tokenHash)).toEqual({
      ...wish,
      id: expect.any(Number),
      createdAt: at,
      revokedAt: null,
    })
    expect(await findPartner(db, secretHash('another'))).toBeNull()
    expect(await findPartner(db, 'a secret')).toBeNull()
    expect(JSON.stringify(await db.partner.findMany())).not.toContain('a secret')
  })
  it('is nobody any more once it was let go, and stays on the list', async () => {
    await createPartner(db, { ...wish, name: '安州晚报' }, { tokenHash: 'b', at, by })
    const [first] = (await listPartners(db)).filter(({ name }) => name === '棠州电台')
    await revokePartner(db, { id: first?.id ?? 0, at: new Date(at.getTime() + 1000) })
    await revokePartner(db, { id: first?.id ?? 0, at: new Date(at.getTime() + 9000) })
    expect(await findPartner(db, tokenHash)).toBeNull()
    expect(await findPartner(db, 'b')).toMatchObject({ name: '安州晚报' })
    expect((await listPartners(db)).map(({ name, revokedAt }) => [name, revokedAt])).toEqual([
      ['安州晚报', null],
      ['棠州电台', new Date(at.getTime() + 1000)],
    ])
  })
  it('stays when whoever took it on has left', async () => {
    await disableStaff(db, by.id, at)
    expect(await findPartner(db, tokenHash)).not.toBeNull()
  })
})
