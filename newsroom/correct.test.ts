import { describe, expect, it } from 'vitest'
import type { Article } from './article'
import { blankCopy } from './blank-copy'
import { correct } from './correct'
import { kill } from './kill'
import { noLibrary } from './library-picture'
import { publish } from './publish'
import { Refusal, type RefusalReason } from './refusal'
import { revise } from './revise'
import type { Role, Staff } from './staff'
import { write } from './write'

const person = (role: Role, id = 1): Staff => ({ id, name: '沈砚秋', email: 's@example.org', role })
const monday = new Date('2026-11-23T01:00:00Z')
const tuesday = new Date('2026-11-24T01:00:00Z')
const copy = blankCopy({ headline: '柳浦港开港', body: '停工79天。', category: 'bendi' })
const draft: Article = { id: 7, ...write(copy, { by: person('reporter'), at: monday }) }
const published = publish(draft, { by: person('editor', 2), at: monday }, noLibrary)
const act = { by: person('editor', 2), at: tuesday }
const note = '停工79天应为97天，已改正。'

describe('a correction', () => {
  it('stays with the article, dated, and readers get a new version', () => {
    const corrected = correct(published, ` ${note} `, act, noLibrary)
    expect(corrected).toMatchObject({
      status: 'published',
      version: 2,
      publishedVersion: 2,
      publishedAt: monday,
      updatedAt: tuesday,
      updatedBy: act.by,
      corrections: [{ at: tuesday, text: note }],
    })
    expect(published.corrections).toEqual([])
  })
  it('shows readers the text that was put right with it', () => {
    const revised = revise(published, { ...copy, body: '停工97天。' }, act)
    const corrected = correct(revised, note, act, noLibrary)
    expect(corrected).toMatchObject({ version: 3, publishedVersion: 3, copy: { body: '停工97天。' } })
  })
  it('that was wrong itself is followed by another, and is not taken back', () => {
    const once = correct(published, note, act, noLibrary)
    const twice = correct(
      once,
      '前一条更正有误：应为98天。',
      { ...act, at: new Date('2026-11-25T01:00:00Z') },
      noLibrary,
    )
    expect(twice.corrections.map(({ text }) => text)).toEqual([note, '前一条更正有误：应为98天。'])
  })
  it('says what was wrong, in no more than a thousand characters', () => {
    refuses('correction-missing', () => correct(published, ' \n　', act, noLibrary))
    refuses('correction-long', () => correct(published, '错'.repeat(1001), act, noLibrary))
    expect(correct(published, '𠮷'.repeat(1000), act, noLibrary).corrections).toHaveLength(1)
  })
  it('is of what readers see: a draft is simply changed, and what was killed is over', () => {
    refuses('correction-unpublished', () => correct(draft, note, act, noLibrary))
    const killed = kill(published, '失实', { by: person('desk-chief', 3), at: monday })
    refuses('already-killed', () => correct(killed, note, act, noLibrary))
  })
  it('is an editor’s to make', () =>
    refuses('not-yours', () => correct(published, note, { by: person('reporter'), at: tuesday }, noLibrary)))
  it('brings no text that may not be published', () => {
    const blank = revise(published, { ...copy, body: ' ' }, act)
    refuses('body-missing', () => correct(blank, note, act, noLibrary))
  })
})

function refuses(reason: RefusalReason, act: () => unknown): void {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect(error).toMatchObject({ reason })
    return
  }
  throw new Error(`nobody refused for ${reason}`)
}
