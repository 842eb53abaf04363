import { describe, expect, it } from 'vitest'
import type { Article } from './article'
import { blankCopy } from './blank-copy'
import { baseFields, bringBack, isIn, mergeAside, seesAside } from './bring-back'
import { toFields } from './copy-fields'
import type { Role, Staff } from './staff'
import { write } from './write'

const person = (role: Role, id = 1): Staff => ({ id, name: `同事${id}`, email: `${id}@example.org`, role })
const at = new Date('2026-11-24T01:00:00Z')
const base = blankCopy({ headline: '渡口停航', body: '一。\n\n二。', category: 'bendi', tags: ['渡口'] })
const article = (given: Partial<Article> = {}): Article => ({
  id: 7,
  ...write(base, { by: person('reporter'), at }),
  ...given,
})
const refusal = (reason: string) => expect.objectContaining({ reason })

describe('what was set aside of an article', () => {
  it('is seen by whoever wrote it, and by who may change the article', () => {
    const reporter = person('reporter')
    expect(seesAside(reporter, article(), { by: { id: 2 } })).toBe(true)
    expect(seesAside(person('editor', 3), article(), { by: { id: 2 } })).toBe(true)
    // Readers see it by now: it is the editors', and so is what they had written.
    expect(seesAside(reporter, article({ status: 'published' }), { by: { id: 2 } })).toBe(false)
    expect(seesAside(reporter, article({ status: 'published' }), { by: { id: 1 } })).toBe(true)
    expect(seesAside(person('reporter', 4), article(), { by: { id: 2 } })).toBe(false)
    expect(seesAside(person('reporter', 4), article(), { by: null })).toBe(false)
  })

  it('is put together with the newest where they changed different things', () => {
    const merged = mergeAside(
      { ...base, headline: '渡口今晨停航', tags: ['渡口', '天气'] },
      { aside: { ...base, body: '一。\n\n二，补一句。', tags: ['渡口', '大风'] }, base },
    )
    expect(merged).toMatchObject({ headline: '渡口今晨停航', body: '一。\n\n二，补一句。', tags: '渡口、天气、大风' })
  })
  it('is for a person to choose where both changed the same', () =>
    expect(mergeAside({ ...base, headline: '她的' }, { aside: { ...base, headline: '我的' }, base })).toBeNull())
  it('is asked of where nobody knows any more what it was written on', () => {
    expect(mergeAside({ ...base, headline: '她的' }, { aside: base, base: null })).toBeNull()
    expect(mergeAside(base, { aside: { ...base, kind: 'flash' }, base: null })).toBeNull()
    expect(mergeAside(base, { aside: base, base: null })).toEqual(toFields(base))
    expect(baseFields(null)).toMatchObject({ headline: '', kind: '', category: '' })
  })

  it('is in the article already where it says nothing new, and is then refused', () => {
    const merged = toFields({ ...base, body: `${base.body}\n` })
    expect(isIn(base, merged)).toBe(true)
    expect(isIn(base, { ...merged, headline: '另一个' })).toBe(false)
    expect(() => bringBack(article(), { ...base, body: `${base.body}\n` }, { by: person('editor'), at })).toThrow(
      refusal('aside-same'),
    )
  })
  it('makes a new version', () => {
    const merged = { ...base, headline: '并好的' }
    expect(bringBack(article(), merged, { by: person('editor', 2), at })).toMatchObject({ version: 2, copy: merged })
  })
  it('is brought back neither into what is over nor by who may not change it', () => {
    const merged = { ...base, headline: '并好的' }
    expect(() => bringBack(article({ status: 'spiked' }), merged, { by: person('editor', 2), at })).toThrow(
      refusal('already-spiked'),
    )
    expect(() => bringBack(article({ status: 'published' }), merged, { by: person('reporter'), at })).toThrow(
      refusal('not-your-article'),
    )
  })
})
