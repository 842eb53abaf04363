import { describe, expect, it } from 'vitest'
import type { Article } from '../article'
import { blankCopy } from '../blank-copy'
import { noLibrary } from '../library-picture'
import { publish } from '../publish'
import { Refusal } from '../refusal'
import type { Role, Staff } from '../staff'
import { write } from '../write'
import { decideRelated, readDecision, relatedActs, writeDecision } from './decide'

const at = new Date('2026-11-24T01:00:00Z')
const person = (role: Role): Staff => ({ id: 1, name: '江予怀', email: 'a@e.org', role })
const draft: Article = {
  id: 7,
  ...write(blankCopy({ headline: '港', body: '文', category: 'bendi' }), { by: person('editor'), at }),
}
const published = publish(draft, { by: person('editor'), at }, noLibrary)
const refusal = (act: () => void) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
  return null
}

describe('What an article is related to', () => {
  it('is an editor’s to decide, and no reporter’s', () => {
    const pin = { act: 'pin', otherId: 8 } as const
    expect(refusal(() => decideRelated(published, pin, { by: person('editor') }))).toBeNull()
    expect(refusal(() => decideRelated(published, pin, { by: person('reporter') }))).toBe('not-yours')
  })
  it('is decided of what readers see, and between two', () => {
    const by = person('editor')
    expect(refusal(() => decideRelated(draft, { act: 'split', otherId: null }, { by }))).toBe('not-published')
    expect(refusal(() => decideRelated(published, { act: 'pin', otherId: 7 }, { by }))).toBe('related-self')
    expect(refusal(() => decideRelated(published, { act: 'join', otherId: null }, { by }))).toBe('related-other')
    expect(refusal(() => decideRelated(published, { act: 'split', otherId: 8 }, { by }))).toBe('related-other')
  })
  it.each(relatedActs)('is read in the history as it was written: %s', (act) => {
    for (const otherId of [null, 17]) expect(readDecision(writeDecision({ act, otherId }))).toEqual({ act, otherId })
  })
  it('is nothing where the history says anything else', () => expect(readDecision('改了标题')).toBeNull())
})
