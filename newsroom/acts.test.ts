import { noLibrary } from './library-picture'
import { blankCopy } from './blank-copy'
import { describe, expect, it } from 'vitest'
import { type Article, isAheadOfReaders } from './article'
import type { Copy } from './copy'
import { kill } from './kill'
import { publish } from './publish'
import { Refusal, type RefusalReason } from './refusal'
import { revise } from './revise'
import { spike } from './spike'
import type { Role, Staff } from './staff'
import { StaleWrite } from './stale-write'
import { write } from './write'

const staff = (role: Role, id = 1): Staff => ({ id, name: `同事${id}`, email: `${id}@example.org`, role })
const monday = new Date('2026-11-23T01:00:00Z')
const tuesday = new Date('2026-11-24T01:00:00Z')
const wednesday = new Date('2026-11-25T01:00:00Z')
const copy = blankCopy({
  headline: '柳浦港开港',
  body: '柳浦港今天开港。',
  category: 'bendi',
})
const picture = { address: '/a.jpg', alt: '码头', caption: null, credit: null, width: null, height: null }
const draft = (changes: Partial<Copy> = {}): Article => ({
  id: 7,
  ...write({ ...copy, ...changes }, { by: staff('reporter'), at: monday }),
})
const published = (changes: Partial<Copy> = {}): Article =>
  publish(draft(changes), { by: staff('editor', 2), at: tuesday }, noLibrary)
const killed = (): Article => kill(published(), '失实', { by: staff('desk-chief', 3), at: wednesday })
const spiked = (): Article => spike(draft(), { by: staff('reporter'), at: tuesday })
const act = { by: staff('chief-editor', 4), at: wednesday }

describe('writing', () => {
  it('begins a draft at version 1 that is its writer’s and nowhere public', () => {
    expect(draft()).toEqual({
      id: 7,
      version: 1,
      autosaved: false,
      status: 'draft',
      copy,
      publishedVersion: null,
      publishedAt: null,
      createdAt: monday,
      updatedAt: monday,
      createdBy: staff('reporter'),
      updatedBy: staff('reporter'),
      path: null,
      kill: null,
      corrections: [],
    })
  })
  it('takes a draft without headline and body: it need not be finished', () =>
    expect(draft({ headline: '', body: '' }).status).toBe('draft'))
  it('refuses a headline of 201 characters', () =>
    refuses('headline-long', () => draft({ headline: '标'.repeat(201) })))
})

describe('revising', () => {
  it('makes the next version, and names who and when', () => {
    const next = revise(draft(), { ...copy, headline: '柳浦港今日开港' }, act)
    expect(next).toMatchObject({
      version: 2,
      status: 'draft',
      updatedAt: wednesday,
      updatedBy: { id: 4 },
      createdAt: monday,
      createdBy: { id: 1 },
    })
    expect(next.copy.headline).toBe('柳浦港今日开港')
  })
  it('leaves readers with what they had', () => {
    const next = revise(published(), { ...copy, body: '改过。' }, act)
    expect(next).toMatchObject({ status: 'published', version: 2, publishedVersion: 1, publishedAt: tuesday })
    expect(isAheadOfReaders(next)).toBe(true)
    expect(isAheadOfReaders(published())).toBe(false)
    expect(isAheadOfReaders(draft())).toBe(false)
  })
  it('never changes the article it was given', () => {
    const before = draft()
    const kept = structuredClone(before)
    revise(before, { ...copy, headline: '别的' }, act)
    expect(before).toEqual(kept)
  })
  it('is refused for a killed article', () => refuses('already-killed', () => revise(killed(), copy, act)))
  it('is refused for a spiked article', () => refuses('already-spiked', () => revise(spiked(), copy, act)))
  it('is refused to a reporter for somebody else’s article', () =>
    refuses('not-your-article', () => revise(draft(), copy, { by: staff('reporter', 9), at: tuesday })))
  it('is refused for copy that does not fit', () =>
    refuses('slug-shape', () => revise(draft(), { ...copy, slug: 'Not OK' }, act)))
})

describe('publishing', () => {
  it('shows the newest version and fixes the date', () => {
    expect(published()).toMatchObject({
      status: 'published',
      version: 1,
      publishedVersion: 1,
      publishedAt: tuesday,
      updatedAt: tuesday,
      updatedBy: { id: 2 },
    })
  })
  it('a second time keeps the first date', () => {
    const again = publish(
      revise(published(), { ...copy, headline: '改' }, act),
      {
        by: staff('editor', 2),
        at: wednesday,
      },
      noLibrary,
    )
    expect(again).toMatchObject({ publishedVersion: 2, publishedAt: tuesday, updatedAt: wednesday })
  })
  it('keeps the date that imported copy brings', () => {
    const old = new Date('2021-12-08T10:46:18Z')
    expect(publish({ ...draft(), publishedAt: old }, act, noLibrary).publishedAt).toBe(old)
  })
  it('refuses what readers already see', () => refuses('nothing-new', () => publish(published(), act, noLibrary)))
  it('refuses an article without a headline', () =>
    refuses('headline-missing', () => publish(draft({ headline: ' \t' }), act, noLibrary)))
  it('refuses an article without a text', () =>
    refuses('body-missing', () => publish(draft({ body: '\n\n' }), act, noLibrary)))
  it('refuses a picture without a description', () =>
    refuses('picture-alt-missing', () => publish(draft({ picture: { ...picture, alt: ' ' } }), act, noLibrary)))
  it('takes a picture with one', () => expect(publish(draft({ picture }), act, noLibrary).status).toBe('published'))
  it('refuses a body that shows readers nothing, as one blank HTML paragraph or one comment', () => {
    for (const body of ['<p>&nbsp;</p>', '<!-- later -->', '<p style="display:none">x</p>', '<script>x</script>']) {
      refuses('body-missing', () => publish(draft({ body, bodyFormat: 'html' }), act, noLibrary))
    }
  })
  it('is refused to a reporter', () =>
    refuses('not-yours', () => publish(draft(), { by: staff('reporter'), at: tuesday }, noLibrary)))
  it('is refused for a killed article', () => refuses('already-killed', () => publish(killed(), act, noLibrary)))
  it('is refused for a spiked article', () => refuses('already-spiked', () => publish(spiked(), act, noLibrary)))
})

describe('killing', () => {
  it('takes the article from readers, with when and why, and keeps its record', () => {
    expect(killed()).toMatchObject({
      status: 'killed',
      version: 2,
      publishedVersion: null,
      publishedAt: tuesday,
      kill: { at: wednesday, reason: '失实' },
      copy,
    })
  })
  it('trims the reason', () => expect(kill(published(), '  失实\n', act).kill?.reason).toBe('失实'))
  it('needs a reason', () => refuses('reason-missing', () => kill(published(), ' 　\n', act)))
  it('is refused for a draft', () => refuses('not-published', () => kill(draft(), '失实', act)))
  it('is refused a second time', () => refuses('already-killed', () => kill(killed(), '失实', act)))
  it('is refused for a spiked article', () => refuses('already-spiked', () => kill(spiked(), '失实', act)))
  it('is refused to an editor', () =>
    refuses('not-yours', () => kill(published(), '失实', { by: staff('editor', 2), at: wednesday })))
})

describe('spiking', () => {
  it('drops a draft', () => expect(spiked()).toMatchObject({ status: 'spiked', version: 2, updatedAt: tuesday }))
  it('is refused for a published article', () => refuses('already-published', () => spike(published(), act)))
  it('is refused for a killed one', () => refuses('already-killed', () => spike(killed(), act)))
  it('is refused a second time', () => refuses('already-spiked', () => spike(spiked(), act)))
  it('is refused to a reporter for somebody else’s draft', () =>
    refuses('not-your-article', () => spike(draft(), { by: staff('reporter', 9), at: tuesday })))
})

describe('a stale write', () => {
  it('is a refusal that carries the newer article', () => {
    const theirs = published()
    const refusal = new StaleWrite(theirs)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ reason: 'stale', theirs, details: { by: '同事2', at: tuesday.toISOString() } })
  })
  it('names nobody for a wire’s article', () =>
    expect(new StaleWrite({ ...draft(), updatedBy: null }).details.by).toBe('—'))
})

function refuses(reason: RefusalReason, act: () => unknown): void {
  expect(act).toThrow(expect.objectContaining({ name: 'Refusal', reason }))
}
