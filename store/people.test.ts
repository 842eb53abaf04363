import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from './database'
import { acceptInvitation, createInvitation, findInvitation } from './invitations'
import { openScratchDatabase } from './scratch-database'
import { isPassword, newSecret, protectPassword, secretHash } from './secrets'
import { createSession, findSession, revokeSession, revokeSessionsOf } from './sessions'
import { firstSettings, readSettings, saveSettings } from './settings'
import { countAttempt, forgetAttempts } from './sign-in-attempts'
import { createStaff, disableStaff, findStaffByEmail, hasAdministrator, listStaff } from './staff'

const start = new Date('2026-11-24T00:00:00Z')
const hoursLater = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const refusal = (reason: string) => expect.objectContaining({ reason })

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
})
afterEach(() => scratch.close())

const person = (email = 'shen@example.org', role: 'reporter' | 'administrator' = 'reporter') =>
  createStaff(db, { email, name: '沈砚秋', role, passwordHash: 'x', at: start })

describe('a session', () => {
  const open = async (tokenHash = 'a') => {
    const staff = await person()
    await createSession(db, { tokenHash, staffId: staff.id, agent: 'x'.repeat(1000), network: '127.0.0.1', at: start })
    return staff
  }

  it('speaks for its person', async () => {
    const staff = await open()
    expect(await findSession(db, 'a', hoursLater(1))).toEqual(staff)
    expect(await findSession(db, 'b', hoursLater(1))).toBeNull()
    expect(await findSession(db, '', hoursLater(1))).toBeNull()
  })
  it('lasts two weeks at most, however busy', async () => {
    await open()
    for (let hours = 0; hours < 14 * 24; hours += 48)
      expect(await findSession(db, 'a', hoursLater(hours))).not.toBeNull()
    expect(await findSession(db, 'a', hoursLater(14 * 24 - 1))).not.toBeNull()
    expect(await findSession(db, 'a', hoursLater(14 * 24))).toBeNull()
  })
  it('ends after three days without use', async () => {
    await open()
    expect(await findSession(db, 'a', hoursLater(72))).not.toBeNull()
    expect(await findSession(db, 'a', hoursLater(72 + 72))).not.toBeNull()
    expect(await findSession(db, 'a', hoursLater(72 + 72 + 73))).toBeNull()
  })
  it('is not written at every page', async () => {
    await open()
    await findSession(db, 'a', hoursLater(0.9))
    expect((await db.session.findUniqueOrThrow({ where: { tokenHash: 'a' } })).seenAt).toEqual(start)
    await findSession(db, 'a', hoursLater(1.1))
    expect((await db.session.findUniqueOrThrow({ where: { tokenHash: 'a' } })).seenAt).toEqual(hoursLater(1.1))
  })
  it('ends when its person signs out', async () => {
    await open()
    await revokeSession(db, 'a', hoursLater(1))
    expect(await findSession(db, 'a', hoursLater(1))).toBeNull()
  })
  it('ends with every other of its person’s', async () => {
    const staff = await open()
    await createSession(db, { tokenHash: 'b', staffId: staff.id, agent: '', network: '', at: start })
    const other = await person('gu@example.org')
    await createSession(db, { tokenHash: 'c', staffId: other.id, agent: '', network: '', at: start })
    await revokeSessionsOf(db, staff.id, hoursLater(1))
    expect([await findSession(db, 'a', hoursLater(1)), await findSession(db, 'b', hoursLater(1))]).toEqual([null, null])
    expect(await findSession(db, 'c', hoursLater(1))).toEqual(other)
  })
  it('ends when its person leaves', async () => {
    const staff = await open()
    await disableStaff(db, staff.id, hoursLater(1))
    expect(await findSession(db, 'a', hoursLater(1))).toBeNull()
    expect(await findStaffByEmail(db, 'shen@example.org')).toBeNull()
  })
})

describe('staff', () => {
  it('are found by e-mail address, whatever its case', async () => {
    const staff = await createStaff(db, {
      email: 'Shen@Example.ORG',
      name: '沈砚秋',
      role: 'editor',
      passwordHash: 'h',
      at: start,
    })
    expect(staff).toEqual({ id: staff.id, email: 'shen@example.org', name: '沈砚秋', role: 'editor' })
    expect(await findStaffByEmail(db, 'SHEN@example.org')).toEqual({ staff, passwordHash: 'h' })
    expect(await findStaffByEmail(db, 'nobody@example.org')).toBeNull()
  })
  it('have one account an address', async () => {
    await person()
    await expect(person('SHEN@example.org')).rejects.toEqual(refusal('email-taken'))
  })
  it('have one account an address, even when two are made at the same moment', async () => {
    const results = await Promise.allSettled([person(), person()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  it('with nobody who may run the newsroom have no administrator', async () => {
    expect(await hasAdministrator(db)).toBe(false)
    const { id } = await person('a@example.org', 'administrator')
    expect(await hasAdministrator(db)).toBe(true)
    await disableStaff(db, id, start)
    expect(await hasAdministrator(db)).toBe(false)
  })
  it('are listed with whether they left and how many browsers they are signed in with', async () => {
    const { id } = await person()
    for (const tokenHash of ['a', 'b'])
      await createSession(db, { tokenHash, staffId: id, agent: '', network: '', at: start })
    await revokeSession(db, 'b', start)
    expect(await listStaff(db, hoursLater(1))).toEqual([expect.objectContaining({ id, disabled: false, sessions: 1 })])
    await disableStaff(db, id, start)
    expect(await listStaff(db, hoursLater(1))).toEqual([expect.objectContaining({ id, disabled: true, sessions: 0 })])
  })
})

describe('an invitation', () => {
  const invite = () =>
    createInvitation(db, { tokenHash: 'i', role: 'desk-chief', at: start, expiresAt: hoursLater(48) })
  const accept = (email: string, at = hoursLater(1)) =>
    acceptInvitation(db, { tokenHash: 'i', email, name: '顾临', passwordHash: 'h', at })

  it('makes one person staff, in the role it gives', async () => {
    await invite()
    expect(await findInvitation(db, 'i', hoursLater(1))).toBe('desk-chief')
    expect(await accept('Gu@example.org')).toMatchObject({ email: 'gu@example.org', role: 'desk-chief' })
    expect(await findInvitation(db, 'i', hoursLater(1))).toBeNull()
    await expect(accept('zhou@example.org')).rejects.toEqual(refusal('invitation-spent'))
    expect((await listStaff(db, start)).length).toBe(1)
  })
  it('makes one person staff when two use it at the same moment', async () => {
    await invite()
    const results = await Promise.allSettled([accept('gu@example.org'), accept('zhou@example.org')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listStaff(db, start)).length).toBe(1)
  })
  it('is over after its time', async () => {
    await invite()
    expect(await findInvitation(db, 'i', hoursLater(48))).toBeNull()
    await expect(accept('gu@example.org', hoursLater(48))).rejects.toEqual(refusal('invitation-spent'))
  })
  it('is not spent by an address that is taken', async () => {
    await invite()
    await person('gu@example.org')
    await expect(accept('gu@example.org')).rejects.toEqual(refusal('email-taken'))
    expect(await findInvitation(db, 'i', hoursLater(1))).toBe('desk-chief')
  })
  it('that nobody made is none', async () => {
    expect(await findInvitation(db, 'x', start)).toBeNull()
    await expect(accept('gu@example.org')).rejects.toEqual(refusal('invitation-spent'))
  })
})

describe('tries to sign in', () => {
  const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
  const attempt = (at: Date, key = 'mail:a') => countAttempt(db, { key, most: 3, at })

  it('may go wrong some times, then have to wait', async () => {
    expect([
      await attempt(minutes(0)),
      await attempt(minutes(1)),
      await attempt(minutes(2)),
      await attempt(minutes(3)),
      await attempt(minutes(14.5)),
    ]).toEqual([0, 0, 0, 12, 1])
  })
  it('begin anew after a quarter of an hour', async () => {
    for (let index = 0; index < 5; index++) await attempt(minutes(index))
    expect(await attempt(minutes(15))).toBe(0)
  })
  it('are forgotten after one that was right, and no one else’s are', async () => {
    for (let index = 0; index < 4; index++) await Promise.all([attempt(start), attempt(start, 'mail:b')])
    await forgetAttempts(db, 'mail:a')
    expect(await attempt(start)).toBe(0)
    expect(await attempt(start, 'mail:b')).toBeGreaterThan(0)
  })
  it('at the same moment are all counted', async () => {
    await Promise.all(Array.from({ length: 8 }, () => attempt(start)))
    expect((await db.signInAttempt.findUniqueOrThrow({ where: { key: 'mail:a' } })).count).toBe(8)
    expect(await attempt(start)).toBe(15)
  })
})

describe('the newspaper’s settings', () => {
  it('are Dibao’s own until somebody saves some', async () =>
    expect(await readSettings(db)).toEqual({ settings: firstSettings, version: 0 }))
  it('are read as they were saved', async () => {
    const mine = {
      ...firstSettings,
      name: '棠州日报',
      facts: [{ label: '水位', value: '18.42', unit: '米', note: '' }],
      frontCategories: ['bendi'],
    }
    expect(await saveSettings(db, mine, { seenVersion: 0, at: start })).toBe(true)
    expect(await readSettings(db)).toEqual({ settings: mine, version: 1 })
  })
  it('are not overwritten by somebody who had not seen them', async () => {
    await saveSettings(db, { ...firstSettings, name: '甲' }, { seenVersion: 0, at: start })
    expect(await saveSettings(db, { ...firstSettings, name: '乙' }, { seenVersion: 0, at: start })).toBe(false)
    expect((await readSettings(db)).settings.name).toBe('甲')
  })
  it('saved by two at the same moment are one’s', async () => {
    const results = await Promise.all(
      [0, 1].map((index) => saveSettings(db, { ...firstSettings, name: `${index}` }, { seenVersion: 0, at: start })),
    )
    expect([...results].sort()).toEqual([false, true])
    expect((await readSettings(db)).settings.name).toBe(`${results.indexOf(true)}`)
  })
})

describe('secrets', () => {
  it('are never the same, and what is kept of them is not them', () => {
    const secrets = Array.from({ length: 100 }, newSecret)
    expect(new Set(secrets).size).toBe(100)
    expect(secrets[0]).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(secretHash('a')).toMatch(/^[0-9a-f]{64}$/)
    expect(secretHash('a')).toBe(secretHash('a'))
    expect(secretHash('a')).not.toBe(secretHash('b'))
  })
  it('that are passwords are known again, whatever they are made of, and no other is', async () => {
    const kept = await protectPassword('正确 马 电池 🐎')
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect([
      await isPassword('正确 马 电池 🐎', kept),
      await isPassword('错误', kept),
      await isPassword('', kept),
      await isPassword('正确 马 电池 🐎', null),
    ]).toEqual([true, false, false, false])
    expect(await protectPassword('a'.repeat(12))).not.toBe(await protectPassword('a'.repeat(12)))
  })
})
