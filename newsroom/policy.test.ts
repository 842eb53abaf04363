import { describe, expect, it } from 'vitest'
import { authorise, type Deed, may } from './policy'
import { Refusal } from './refusal'
import { type Role, roles, type Staff } from './staff'

const person = (role: Role, id = 1): Staff => ({ id, name: '沈砚秋', email: 's@example.org', role })
const ofOthers = { status: 'draft' as const, createdBy: { id: 2, name: '顾临' } }
const ofOnesOwn = { status: 'draft' as const, createdBy: { id: 1, name: '沈砚秋' } }
const ofOnesOwnPublic = { ...ofOnesOwn, status: 'published' as const }
const ofTheWire = { status: 'draft' as const, createdBy: null }

/** Who may do what, row by row, as the desk's handbook would print it. */
const table: Record<
  Deed,
  [reporter: boolean, editor: boolean, deskChief: boolean, chiefEditor: boolean, administrator: boolean]
> = {
  'read-desk': [true, true, true, true, true],
  write: [true, true, true, true, true],
  revise: [true, true, true, true, true],
  publish: [false, true, true, true, true],
  kill: [false, false, true, true, true],
  correct: [false, true, true, true, true],
  move: [false, false, true, true, true],
  spike: [true, true, true, true, true],
  relate: [false, true, true, true, true],
  'add-picture': [true, true, true, true, true],
  'change-picture': [true, true, true, true, true],
  'remove-picture': [true, true, true, true, true],
  'share-preview': [true, true, true, true, true],
  'revoke-own-preview': [true, true, true, true, true],
  'keep-categories': [false, false, true, true, true],
  'keep-push': [false, false, false, false, true],
  'keep-names': [false, false, true, true, true],
  'keep-settings': [false, false, false, true, true],
  'keep-staff': [false, false, false, false, true],
  'keep-partners': [false, false, false, false, true],
}

describe('who may do what', () => {
  const cases = Object.entries(table).flatMap(([deed, row]) =>
    roles.map((role, index) => ({ deed: deed as Deed, role, allowed: row[index] })),
  )

  it.each(cases.filter(({ allowed }) => allowed))('a $role may $deed', ({ role, deed }) => {
    expect(may(person(role), deed)).toBe(true)
    expect(() => authorise(person(role), deed)).not.toThrow()
  })

  it.each(cases.filter(({ allowed }) => !allowed))('a $role may not $deed, and is told who could', ({ role, deed }) => {
    expect(may(person(role), deed)).toBe(false)
    const refusal = refusalOf(() => authorise(person(role), deed))
    expect(refusal.reason).toBe('not-yours')
    expect(refusal.details).toMatchObject({ name: '沈砚秋', role })
    expect(may(person(refusal.details.needed as Role), deed)).toBe(true)
  })

  it.each(Object.keys(table) as Deed[])('whoever outranks somebody who may %s may do it too', (deed) => {
    const allowed = roles.map((role) => may(person(role), deed))
    expect(allowed).toEqual([...allowed].sort((a, b) => Number(a) - Number(b)))
  })
})

describe('a reporter and articles', () => {
  it.each(['revise', 'spike', 'share-preview'] as const)('may %s an own draft', (deed) =>
    expect(may(person('reporter'), deed, ofOnesOwn)).toBe(true),
  )

  it.each(['revise', 'spike', 'share-preview'] as const)(
    'may not %s somebody else’s, and is told whose it is',
    (deed) => {
      const refusal = refusalOf(() => authorise(person('reporter'), deed, ofOthers))
      expect(refusal.reason).toBe('not-your-article')
      expect(refusal.details).toEqual({ owner: '顾临' })
    },
  )

  it('may not touch what came from a wire and is nobody’s', () =>
    expect(may(person('reporter'), 'revise', ofTheWire)).toBe(false))
  it('may not change an own article once it is public', () =>
    expect(may(person('reporter'), 'revise', ofOnesOwnPublic)).toBe(false))
  it('may still read it then, and take back what they had shown of it, but show it to nobody new', () => {
    for (const deed of ['read-desk', 'revoke-own-preview'] as const)
      expect(may(person('reporter'), deed, ofOnesOwnPublic)).toBe(true)
    expect(may(person('reporter'), 'share-preview', ofOnesOwnPublic)).toBe(false)
  })
  it('may not publish even an own article', () =>
    expect(refusalOf(() => authorise(person('reporter'), 'publish', ofOnesOwn)).reason).toBe('not-yours'))
})

it.each(roles.filter((role) => role !== 'reporter'))(
  'a %s may revise anybody’s article, public or from the wire',
  (role) => {
    for (const article of [ofOthers, ofOnesOwnPublic, ofTheWire])
      expect(may(person(role), 'revise', article)).toBe(true)
  },
)

it('a question that fails for another reason than a refusal is not answered with no', () => {
  const broken = {
    get status(): never {
      throw new TypeError('no status')
    },
    createdBy: { id: 1, name: 'x' },
  }
  expect(() => may(person('reporter'), 'revise', broken)).toThrow(TypeError)
})

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
