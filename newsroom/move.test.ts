import { noLibrary } from './library-picture'
import { blankCopy } from './blank-copy'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from './article'
import type { Copy } from './copy'
import { kill } from './kill'
import { move } from './move'
import { publish } from './publish'
import type { RefusalReason } from './refusal'
import { revise } from './revise'
import { spike } from './spike'
import type { Role, Staff } from './staff'
import { write } from './write'

const zone = 'Asia/Shanghai'
const staff = (role: Role, id = 1): Staff => ({ id, name: `同事${id}`, email: `${id}@example.org`, role })
const monday = new Date('2026-11-23T01:00:00Z')
const tuesday = new Date('2026-11-24T01:00:00.250Z')
const wednesday = new Date('2026-11-25T01:00:00Z')
const act = { by: staff('desk-chief', 3), at: wednesday, zone }
const copy = blankCopy({
  headline: '柳浦港开港',
  body: '柳浦港今天开港。',
  category: 'bendi',
  slug: 'harbour',
})
const draft = (): Article => ({ id: 7, ...write(copy, { by: staff('reporter'), at: monday }) })
const published = (changes: Partial<Article> = {}): Article => ({
  ...publish(draft(), { by: staff('editor', 2), at: tuesday }, noLibrary),
  path: '/bendi/2026/11/24/harbour.html',
  ...changes,
})
const revised = (changes: Partial<Copy>): Article =>
  revise(published(), { ...copy, ...changes }, { by: staff('editor', 2), at: tuesday })
const here = { slug: 'harbour', publishedAt: tuesday }

describe('moving', () => {
  it('gives a new version that readers see at once, at another address', () =>
    expect(move(published(), { ...here, slug: 'port-opens' }, act)).toEqual({
      ...published(),
      version: 2,
      publishedVersion: 2,
      copy: { ...copy, slug: 'port-opens' },
      path: '/bendi/2026/11/24/port-opens.html',
      updatedAt: wednesday,
      updatedBy: act.by,
    }))
  it('without a name goes to the article’s number', () =>
    expect(move(published(), { ...here, slug: null }, act).path).toBe('/bendi/2026/11/24/7.html'))
  it('goes to the category that the article stands in by now', () => {
    const elsewhere = publish(revised({ category: 'jingji' }), { by: staff('editor', 2), at: tuesday }, noLibrary)
    expect(move(elsewhere, here, act).path).toBe('/jingji/2026/11/24/harbour.html')
  })
  it('takes the day in the site’s zone, and the place in the lists with it', () => {
    const publishedAt = new Date('2026-11-22T16:00:00Z')
    expect(move(published(), { ...here, publishedAt }, act)).toMatchObject({
      path: '/bendi/2026/11/23/harbour.html',
      publishedAt,
    })
    expect(move(published(), { ...here, publishedAt }, { ...act, zone: 'UTC' }).path).toContain('/2026/11/22/')
  })
  it('of the time within one day changes the place in the lists and keeps the address', () => {
    const publishedAt = new Date('2026-11-24T00:30:00Z')
    expect(move(published(), { ...here, publishedAt }, act)).toMatchObject({ path: published().path, publishedAt })
  })
  it('brings an imported article whose address has another day to its own day', () =>
    expect(move(published({ path: '/bendi/2026/11/23/harbour.html' }), here, act).path).toContain('/2026/11/24/'))
  it('never changes the article it was given', () => {
    const before = published()
    const kept = structuredClone(before)
    move(before, { ...here, slug: 'port-opens' }, act)
    expect(before).toEqual(kept)
  })
  it('never makes anything but a version that readers see, of a time that has passed', () => {
    fc.assert(
      fc.property(
        fc.option(fc.stringMatching(/^[a-z0-9-]{0,8}$/)),
        fc.date({ min: new Date('0001-01-01'), max: new Date('2100-01-01') }),
        (slug, publishedAt) => {
          let after: Article
          try {
            after = move(published(), { slug, publishedAt }, act)
          } catch (error) {
            expect(error).toMatchObject({ name: 'Refusal' })
            return
          }
          expect(after.publishedVersion).toBe(after.version)
          expect(after.publishedAt && after.publishedAt <= act.at).toBe(true)
          expect(after.path).toMatch(/^\/bendi\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9]+(-[a-z0-9]+)*\.html$/)
        },
      ),
    )
  })
})

describe('moving is refused', () => {
  it('where nothing would change', () => refuses('address-same', () => move(published(), here, act)))
  it('while the desk is ahead of readers', () =>
    refuses('ahead-of-readers', () => move(revised({ headline: '改' }), { ...here, slug: 'x' }, act)))
  it('for a draft', () => refuses('never-published', () => move(draft(), here, act)))
  it('for a killed article', () =>
    refuses('already-killed', () => move(kill(published(), '失实', act), { ...here, slug: 'x' }, act)))
  it('for a spiked one', () =>
    refuses('already-spiked', () => move(spike(draft(), { by: staff('reporter'), at: tuesday }), here, act)))
  it('to an editor and to a reporter', () => {
    for (const role of ['editor', 'reporter'] as const)
      refuses('not-yours', () => move(published(), { ...here, slug: 'x' }, { ...act, by: staff(role) }))
  })
  it('for a name that is none', () => {
    for (const slug of ['', 'Port', 'a b', '-a', 'a/b', '港', 'a.html'])
      refuses('slug-shape', () => move(published(), { ...here, slug }, act))
    refuses('field-long', () => move(published(), { ...here, slug: 'a'.repeat(81) }, act))
  })
  it('for a moment that has not come', () =>
    refuses('moment-future', () => move(published(), { ...here, publishedAt: new Date(+wednesday + 1) }, act)))
  it('for what is no moment, or one before years had four digits', () => {
    for (const publishedAt of [new Date(Number.NaN), new Date('0999-12-01T00:00:00Z')])
      refuses('moment-shape', () => move(published(), { ...here, publishedAt }, act))
  })
})

function refuses(reason: RefusalReason, act: () => unknown): void {
  expect(act).toThrow(expect.objectContaining({ name: 'Refusal', reason }))
}
