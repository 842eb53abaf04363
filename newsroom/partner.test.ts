import { describe, expect, it } from 'vitest'
import { makePartner, type PartnerWish, shownToPartner } from './partner'
import { Refusal } from './refusal'
import type { Role, Staff } from './staff'

const person = (role: Role): Staff => ({ id: 1, name: '沈砚秋', email: 's@example.org', role })
const wish: PartnerWish = { name: ' 棠州  电台 ', delayMinutes: 15, form: 'full', categories: ['bendi', 'bendi'] }
const refusalOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('nothing was refused')
}

describe('a partner', () => {
  it('is made by an administrator and nobody else', () => {
    expect(makePartner(wish, { by: person('administrator') })).toEqual({
      name: '棠州 电台',
      delayMinutes: 15,
      form: 'full',
      categories: ['bendi'],
    })
    expect(refusalOf(() => makePartner(wish, { by: person('chief-editor') })).reason).toBe('not-yours')
  })
  it('has a name, of one line and sixty characters at most', () => {
    const by = person('administrator')
    expect(refusalOf(() => makePartner({ ...wish, name: ' \n ' }, { by })).reason).toBe('partner-name-missing')
    expect(makePartner({ ...wish, name: '𠮷'.repeat(60) }, { by }).name).toHaveLength(120)
    const refusal = refusalOf(() => makePartner({ ...wish, name: '𠮷'.repeat(61) }, { by }))
    expect(refusal).toMatchObject({ reason: 'partner-name-long', details: { length: 61, most: 60 } })
  })
  it('gets fifty categories at most, or all', () => {
    const by = person('administrator')
    const categories = Array.from({ length: 51 }, (_, index) => `c${index}`)
    expect(refusalOf(() => makePartner({ ...wish, categories }, { by })).reason).toBe('partner-categories')
    expect(makePartner({ ...wish, categories: categories.slice(1) }, { by }).categories).toHaveLength(50)
  })
  it('gets an article so much later than readers', () =>
    expect(shownToPartner({ delayMinutes: 90 }, new Date('2026-11-24T10:00:00Z'))).toEqual(
      new Date('2026-11-24T08:30:00Z'),
    ))
})
