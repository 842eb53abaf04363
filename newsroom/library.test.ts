import { describe, expect, it } from 'vitest'
import { annotatePicture, removePicture } from './annotate-picture'
import type { Article } from './article'
import { blankCopy } from './blank-copy'
import type { Copy } from './copy'
import type { LibraryPicture } from './library-picture'
import { mayWithPicture } from './policy'
import { publish } from './publish'
import { toReadersPicture } from './published-article'
import { toReadersHtml } from './readers-html'
import { libraryOf, scratchPicture } from './scratch-picture'
import type { Role, Staff } from './staff'
import { write } from './write'

const staff = (role: Role, id = 1): Staff => ({ id, name: `同事${id}`, email: `${id}@example.org`, role })
const at = new Date('2026-11-24T01:00:00Z')
const act = { by: staff('editor', 2), at }
const refusal = (reason: string, details = {}) =>
  expect.objectContaining({ name: 'Refusal', reason, details: expect.objectContaining(details) })

const draft = (changes: Partial<Copy>): Article => ({
  id: 7,
  ...write(blankCopy({ headline: '柳浦港开港', body: '柳浦港今天开港。', category: 'bendi', ...changes }), act),
})
const leadOf = ({ address }: LibraryPicture, alt = '') => ({
  address,
  alt,
  caption: null,
  credit: null,
  width: null,
  height: null,
})
const showing = (picture: LibraryPicture, alt = ''): [string, Article][] => [
  ['lead', draft({ picture: leadOf(picture, alt) })],
  ['Markdown', draft({ body: `甲\n\n![${alt}](${picture.address})` })],
  ['HTML', draft({ body: `<p>甲</p><img src="${picture.address}" alt="${alt}">`, bodyFormat: 'html' })],
]

describe('publishing an article with a picture of the library', () => {
  const plain = scratchPicture('a', { alt: '', caption: '首班车驶上大桥' })
  it.each(showing(plain))('is refused where nobody said what it shows: %s', (_where, article) =>
    expect(() => publish(article, act, libraryOf(plain))).toThrow(
      refusal('picture-undescribed', { name: '首班车驶上大桥' }),
    ),
  )
  it.each([
    ['in the library', { alt: '桥' }, ''],
    ['as decorative', { decorative: true }, ''],
    ['in the copy', {}, '桥'],
  ] as const)('is done where it is described %s', (_where, notes, alt) => {
    const picture = { ...plain, ...notes }
    for (const [where, article] of showing(picture, alt))
      expect(publish(article, act, libraryOf(picture)).status, where).toBe('published')
  })
  it.each(showing(scratchPicture('b')))('is refused from the moment its licence ends: %s', (_where, article) => {
    const ending = (milliseconds: number) =>
      libraryOf(scratchPicture('b', { licenceEnd: new Date(at.getTime() + milliseconds) }))
    expect(publish(article, act, ending(1)).status).toBe('published')
    expect(() => publish(article, act, ending(0))).toThrow(refusal('picture-licence-over', { name: 'b.jpg' }))
    expect(() => publish(article, act, ending(-86_400_000))).toThrow(refusal('picture-licence-over'))
  })
  it.each(showing(scratchPicture('c')))('is refused once it was removed: %s', (_where, article) =>
    expect(() => publish(article, act, libraryOf(scratchPicture('c', { removedAt: at })))).toThrow(
      refusal('picture-removed', { name: 'c.jpg' }),
    ),
  )
  it('asks nothing more of a picture from elsewhere than before', () => {
    expect(publish(draft({ body: '甲 ![](https://x.example/a.png)' }), act, new Map()).status).toBe('published')
    const foreign = { ...leadOf(plain), address: 'https://x.example/a.png' }
    expect(() => publish(draft({ picture: foreign }), act, new Map())).toThrow(refusal('picture-alt-missing'))
  })
})

describe('what readers get of a picture of the library', () => {
  const known = scratchPicture('a', { alt: '一座桥', credit: '摄影 周默', focus: { x: 0.2, y: 0.7 } })
  const html = (body: string, picture = known) => toReadersHtml(body, 'markdown', libraryOf(picture)).html
  it('is what the library says where the copy says nothing', () => {
    expect(toReadersPicture(leadOf(known), libraryOf(known))).toMatchObject({
      alt: '一座桥',
      credit: '摄影 周默',
      focus: { x: 0.2, y: 0.7 },
    })
    const shown = html(`![](${known.address})`)
    expect(shown).toContain('alt="一座桥"')
    expect(shown).toContain('<figcaption><span class="credit">摄影 周默</span></figcaption>')
  })
  it('is what the copy says where it says something', () => {
    const lead = { ...leadOf(known, '桥面'), credit: '图 本报' }
    expect(toReadersPicture(lead, libraryOf(known))).toMatchObject({ alt: '桥面', credit: '图 本报' })
    const figure = `<figure><img src="${known.address}" alt="桥面"><figcaption>通车<span class="credit">图 本报</span></figcaption></figure>`
    expect(html(figure)).toContain('alt="桥面"')
    expect(html(figure)).not.toContain('周默')
  })
  it('is added to a caption that names nobody, and not said twice', () => {
    const figure = (caption: string) =>
      `<figure><img src="${known.address}"><figcaption>${caption}</figcaption></figure>`
    expect(html(figure('通车'))).toContain('<figcaption>通车<span class="credit">摄影 周默</span></figcaption>')
    expect(html(figure('通车（摄影 周默）'))).not.toContain('class="credit"')
  })
  it('is nothing of one that is only decorative, and nothing that could run', () => {
    expect(html(`![](${known.address})`, { ...known, decorative: true })).toContain('alt=""')
    expect(html(`![](${known.address})`, { ...known, credit: '<b onclick=x>', alt: '"><script>' })).not.toMatch(
      /<b |"><script/,
    )
  })
  it('of a picture from elsewhere is what it was', () =>
    expect(html('![甲](https://x.example/a.png)')).toBe(
      toReadersHtml('![甲](https://x.example/a.png)', 'markdown').html,
    ))
})

describe('what is said of a picture', () => {
  const theirs = scratchPicture('a', { addedBy: { id: 9, name: '周默' } })
  it('makes the next version, and names who and when', () =>
    expect(annotatePicture(theirs, { credit: ' 摄影\n 周默 ', focus: { x: 1.4, y: 0.123 } }, act)).toEqual({
      ...theirs,
      version: 2,
      credit: '摄影 周默',
      focus: { x: 1, y: 0.12 },
      updatedBy: act.by,
      updatedAt: at,
    }))
  it('is no new version where it says the same', () =>
    expect(annotatePicture(theirs, { alt: ' 一座桥 ' }, act)).toBe(theirs))
  it('is refused when too long', () =>
    expect(() => annotatePicture(theirs, { credit: '影'.repeat(101) }, act)).toThrow(
      refusal('field-long', { field: 'credit', length: 101, most: 100 }),
    ))
  it('is a reporter’s to say of their own pictures only, and every editor’s', () => {
    const by = (who: Staff) => () => annotatePicture(theirs, { alt: '桥' }, { by: who, at })
    expect(by(staff('reporter', 9))().alt).toBe('桥')
    expect(by(staff('editor', 3))().alt).toBe('桥')
    expect(by(staff('reporter', 3))).toThrow(refusal('not-your-picture', { owner: '周默' }))
    expect([9, 3].map((id) => mayWithPicture(staff('reporter', id), 'remove-picture', theirs))).toEqual([true, false])
  })
  it('is refused of one that was removed', () =>
    expect(() => annotatePicture({ ...theirs, removedAt: at }, { alt: '桥' }, act)).toThrow(refusal('picture-gone')))
})

describe('removing a picture', () => {
  it('keeps its row, and says since when', () =>
    expect(removePicture(scratchPicture('a'), 0, act)).toMatchObject({ version: 2, removedAt: at, updatedBy: act.by }))
  it('is refused while articles use it', () =>
    expect(() => removePicture(scratchPicture('a'), 3, act)).toThrow(refusal('picture-used', { count: 3 })))
  it('is refused the second time', () =>
    expect(() => removePicture(scratchPicture('a', { removedAt: at }), 0, act)).toThrow(refusal('picture-gone')))
  it('is refused for a reporter who did not bring it', () =>
    expect(() => removePicture(scratchPicture('a'), 0, { by: staff('reporter'), at })).toThrow(
      refusal('not-your-picture'),
    ))
})
