import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotatePicture, removePicture } from '@/newsroom/annotate-picture'
import type { Act } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import type { IncomingArticle } from '@/newsroom/incoming-article'
import { kill } from '@/newsroom/kill'
import type { LibraryFilter } from '@/newsroom/library-filter'
import type { LibraryPicture, PictureNotes } from '@/newsroom/library-picture'
import { hashOf } from '@/newsroom/picture-address'
import { publish } from '@/newsroom/publish'
import { save } from '@/newsroom/save'
import { spike } from '@/newsroom/spike'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import { findNewestChange } from './changes'
import type { Database } from './database'
import { findLibrary } from './find-library'
import { saveIncoming } from './incoming'
import {
  addPicture,
  changePicture,
  countPictures,
  findPicture,
  forgetFiles,
  listLeftFiles,
  listPictures,
} from './media'
import { listUsers } from './picture-uses'
import { findPublished } from './published'
import { listChanges } from './scratch-changes'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T01:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)

let db: Database
let close: () => Promise<void>
let act: Act

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const by = await createStaff(db, { email: 'a@b.org', name: '沈砚秋', role: 'chief-editor', passwordHash: 'x', at })
  act = { by, at }
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterEach(() => close())

const bytesOf = (digit: string, fileName = `${digit}.jpg`) => ({
  sha256: digit.repeat(64),
  width: 1600,
  height: 1067,
  hasAlpha: false,
  type: 'image/jpeg',
  size: 1000,
  fileName,
  caption: '',
  credit: '',
  foundAt: null,
})
const add = async (digit: string, notes: Partial<PictureNotes> = {}): Promise<LibraryPicture> =>
  annotate((await addPicture(db, bytesOf(digit), act)).picture, notes)
const annotate = (picture: LibraryPicture, notes: Partial<PictureNotes>) =>
  changePicture(db, picture.id, { seenVersion: picture.version, zone }, (now) => annotatePicture(now, notes, act))
const remove = (picture: LibraryPicture) =>
  changePicture(db, picture.id, { seenVersion: picture.version, zone }, (now, uses) => removePicture(now, uses, act))

const copyWith = (changes: Partial<Copy>) =>
  blankCopy({ headline: '大桥', body: '通车了。', category: 'bendi', ...changes })
const begin = (changes: Partial<Copy>) => createArticle(db, write(copyWith(changes), act))
const change = ({ id, version }: { id: number; version: number }, rule: Parameters<typeof changeArticle>[3]) =>
  changeArticle(db, id, { seenVersion: version, zone }, rule)
const publishOne = async (changes: Partial<Copy>) => {
  const draft = await begin(changes)
  const library = await findLibrary(db, draft.copy)
  return change(draft, (now) => publish(now, act, library))
}
const leadOf = ({ address }: LibraryPicture) => ({
  address,
  alt: '',
  caption: null,
  credit: null,
  width: null,
  height: null,
})
const users = async ({ sha256 }: LibraryPicture) =>
  (await listUsers(db, hashOf(sha256))).map(({ articleId, published }) => [articleId, published !== null])

describe('the library', () => {
  it('knows the same bytes again, and what was said of them stands', async () => {
    const picture = await add('a', { alt: '桥' })
    const again = await addPicture(db, bytesOf('a', 'other.jpg'), { by: act.by, at: days(1) })
    expect(again).toEqual({ picture, wasThere: true })
    expect(await findPicture(db, picture.id)).toEqual(picture)
    expect(picture).toMatchObject({ fileName: 'a.jpg', version: 2, address: `/media/${'a'.repeat(20)}/1600x1067.jpg` })
    expect(picture.addedBy).toEqual({ id: act.by.id, name: '沈砚秋' })
  })
  it('refuses what was written on an older version, and gives the newest back', async () => {
    const picture = await add('a')
    await annotate(picture, { alt: '桥' })
    await expect(annotate(picture, { alt: '河' })).rejects.toMatchObject({
      name: 'StalePicture',
      reason: 'picture-stale',
      theirs: { alt: '桥', version: 2 },
    })
    expect((await findPicture(db, picture.id))?.alt).toBe('桥')
  })
  it('has no picture of a number that no row can have', async () => {
    for (const id of [0, -1, 1.5, 2 ** 40]) {
      expect(await findPicture(db, id)).toBeNull()
      await expect(changePicture(db, id, { seenVersion: 1, zone }, (now) => now)).rejects.toMatchObject({
        reason: 'picture-gone',
      })
    }
  })
  it('is listed newest first, page by page, none twice and none left out', async () => {
    const digits = [...'abcdef0']
    for (const digit of digits) await add(digit)
    const seen: string[] = []
    let after: number | null = null
    for (;;) {
      const { pictures, more } = await listPictures(db, { sought: sought(), after, limit: 3 })
      seen.push(...pictures.map(({ sha256 }) => sha256.charAt(0)))
      after = pictures.at(-1)?.id ?? null
      if (!more) break
    }
    expect(seen).toEqual(digits.toReversed())
  })
  it('is filtered, and every filter says how many it has', async () => {
    await add('a', { alt: '桥', licenceEnd: days(13) })
    await add('b', { decorative: true, licenceEnd: days(15) })
    await add('c', { licenceEnd: days(-400) })
    const used = await add('d', { alt: '河' })
    await begin({ body: `![](${used.address})` })
    await remove(await add('e'))
    const found = async (filter: LibraryFilter) => {
      const { pictures } = await listPictures(db, { sought: sought({ filter }), after: null, limit: 10 })
      expect(await countPictures(db, sought({ filter }))).toBe(pictures.length)
      return pictures.map(({ sha256 }) => sha256.charAt(0)).join('')
    }
    expect(await found('all')).toBe('dcba')
    expect(await found('unused')).toBe('cba')
    expect(await found('undescribed')).toBe('c')
    expect(await found('ending')).toBe('ca')
  })
  it('is searched by caption, credit, description and file name, every word of it', async () => {
    await add('a', { caption: '首班车驶上 50% 大桥', credit: '摄影 Zhou_Mo' })
    await add('b', { alt: '大桥的夜景', credit: 'Élise Roux' })
    const found = async (words: string) => {
      const { pictures } = await listPictures(db, { sought: sought({ words }), after: null, limit: 10 })
      return pictures.map(({ sha256 }) => sha256.charAt(0)).join('')
    }
    for (const [words, expected] of [
      ['大桥', 'ba'],
      ['zhou_mo', 'a'],
      ['大桥 夜景', 'b'],
      ['B.JPG', 'b'],
      ['Élise ROUX', 'b'],
      ['50%', 'a'],
      ['%', 'a'],
      ['zhouxmo', ''],
      ['\\', ''],
      ["'; DROP TABLE library_picture; --", ''],
    ])
      expect(await found(words ?? ''), words).toBe(expected)
  })
})

describe('where a picture is used', () => {
  it('follows every save, in the lead and in the body', async () => {
    const [lead, body] = [await add('a'), await add('b')]
    const draft = await begin({ picture: leadOf(lead), body: `甲\n\n![](${body.address})` })
    expect([await users(lead), await users(body)]).toEqual([[[draft.id, false]], [[draft.id, false]]])
    const saved = await change(draft, (now) => save(now, { ...now.copy, picture: null }, act))
    expect([await users(lead), await users(body)]).toEqual([[], [[draft.id, false]]])
    await change(saved, (now) => save(now, { ...now.copy, body: '只剩字了。' }, act))
    expect(await users(body)).toEqual([])
  })
  it('tells what readers see from what the desk is writing', async () => {
    const picture = await add('a', { alt: '桥' })
    const published = await publishOne({ body: `![](${picture.address})` })
    expect(await users(picture)).toEqual([[published.id, true]])
    const revised = await change(published, (now) => save(now, { ...now.copy, body: '没有图了。' }, act))
    expect(await users(picture), 'readers still see it').toEqual([[published.id, true]])
    const retitled = await change(revised, (now) => save(now, { ...now.copy, headline: '还没发布的标题' }, act))
    expect(await listUsers(db, hashOf(picture.sha256))).toMatchObject([
      { headline: '还没发布的标题', published: { headline: '大桥' } },
    ])
    await change(retitled, (now) => publish(now, act, new Map()))
    expect(await users(picture)).toEqual([])
  })
  it('is nowhere once the article is over', async () => {
    const picture = await add('a', { alt: '桥' })
    const published = await publishOne({ body: `![](${picture.address})` })
    const draft = await begin({ body: `![](${picture.address})` })
    await change(published, (now) => kill(now, '失实', act))
    expect(await users(picture)).toEqual([[draft.id, false]])
    await change(draft, (now) => spike(now, act))
    expect(await users(picture)).toEqual([])
  })
  it('is as it was when a save was refused', async () => {
    const picture = await add('a')
    const draft = await begin({ body: `![](${picture.address})` })
    await expect(
      change(draft, (now) => save(now, { ...now.copy, body: '', category: 'nowhere' }, act)),
    ).rejects.toMatchObject({ reason: 'category-unknown' })
    expect(await users(picture)).toEqual([[draft.id, false]])
  })
  it('is known of copy that is brought in, at first and again, and before the library has it', async () => {
    const address = `/media/${'a'.repeat(20)}/1600x1067.jpg`
    const bring = (body: string, isPublic = true) =>
      saveIncoming(db, [incoming(body, isPublic)], { site: 'x', zone, at, readBy: 1 })
    await bring(`![桥](${address})`)
    const picture = await add('a')
    expect(await users(picture)).toEqual([[expect.any(Number), true]])
    await bring('没有图了。')
    expect(await users(picture)).toEqual([])
    await bring(`![桥](${address})`)
    expect(await users(picture)).toHaveLength(1)
    await bring(`![桥](${address})`, false)
    expect(await users(picture)).toEqual([])
  })
})

describe('removing a picture', () => {
  it('is refused while anybody writes with it or sees it', async () => {
    const picture = await add('a', { alt: '桥' })
    const published = await publishOne({ picture: leadOf(picture) })
    await expect(remove(picture)).rejects.toMatchObject({ reason: 'picture-used', details: { count: 1 } })
    await change(published, (now) => save(now, { ...now.copy, picture: null }, act))
    await expect(remove(picture), 'readers still see it').rejects.toMatchObject({ reason: 'picture-used' })
  })
  it('leaves a row that says so, and its files to be taken away', async () => {
    const picture = await add('a')
    const removed = await remove(picture)
    expect(removed.removedAt).toEqual(at)
    expect(await countPictures(db, sought())).toBe(0)
    expect((await listLeftFiles(db)).map(({ id }) => id)).toEqual([picture.id])
    expect(await forgetFiles(db, picture.id)).toBe(true)
    expect(await listLeftFiles(db)).toEqual([])
    const library = await findLibrary(db, copyWith({ body: `![桥](${picture.address})` }))
    expect([...library.values()]).toEqual([removed])
  })
  it('is undone by bringing the same bytes again', async () => {
    const removed = await remove(await add('a', { alt: '桥' }))
    const { picture, wasThere } = await addPicture(db, bytesOf('a', 'again.jpg'), { by: act.by, at: days(1) })
    expect(wasThere).toBe(false)
    expect(picture).toMatchObject({ id: removed.id, version: removed.version + 1, alt: '', fileName: 'again.jpg' })
    expect(picture.removedAt).toBeNull()
    expect(await listLeftFiles(db)).toEqual([])
    expect(await forgetFiles(db, picture.id), 'it has come back').toBe(false)
  })
})

describe('what is said of a picture', () => {
  it('reaches readers with the publish', async () => {
    const picture = await add('a', { alt: '桥', credit: '摄影 周默', focus: { x: 0.2, y: 0.7 } })
    const { id } = await publishOne({ picture: leadOf(picture), body: `甲\n\n![](${picture.address})` })
    const seen = await findPublished(db, { id: id })
    expect(seen?.picture).toMatchObject({ alt: '桥', credit: '摄影 周默', focus: { x: 0.2, y: 0.7 } })
    expect(seen?.html).toContain('<span class="credit">摄影 周默</span>')
  })
  it('reaches readers of what was published before, and leaves its text and its times alone', async () => {
    const picture = await add('a', { alt: '桥' })
    const published = await publishOne({ picture: leadOf(picture), body: `甲\n\n![](${picture.address})` })
    await change(published, (now) => save(now, { ...now.copy, headline: '还没发布的标题', body: '还没发布。' }, act))
    const before = await findPublished(db, { id: published.id })
    const last = await findNewestChange(db)
    await changePicture(db, picture.id, { seenVersion: picture.version, zone }, (now) =>
      annotatePicture(now, { credit: '摄影 周默', focus: { x: 0.9, y: 0.1 } }, { by: act.by, at: days(2) }),
    )
    const after = await findPublished(db, { id: published.id })
    expect(after).toEqual({
      ...before,
      picture: { ...before?.picture, credit: '摄影 周默', focus: { x: 0.9, y: 0.1 } },
      html: expect.stringContaining('<span class="credit">摄影 周默</span>'),
    })
    expect(after?.headline).toBe('大桥')
    const [logged, ...more] = await listChanges(db, { after: last, limit: 10 })
    expect(more).toEqual([])
    expect(logged).toMatchObject({
      act: 'picture',
      touched: expect.arrayContaining([`article:${published.id}`, 'front']),
    })
  })
  it('touches no reader’s page where no reader sees it, or where it is the desk’s alone', async () => {
    const picture = await add('a', { alt: '桥' })
    await begin({ body: `![](${picture.address})` })
    const last = await findNewestChange(db)
    const again = await annotate(picture, { credit: '摄影 周默' })
    await publishOne({ picture: leadOf(picture) })
    const published = await findNewestChange(db)
    expect(await listChanges(db, { after: last, limit: 10 })).toHaveLength(1)
    await annotate(again, { licence: '本报自有' })
    expect(await findNewestChange(db)).toBe(published)
  })
})

function sought(given: Partial<Parameters<typeof countPictures>[1]> = {}) {
  return { filter: 'all' as const, words: '', at, ...given }
}

function incoming(body: string, isPublic: boolean): IncomingArticle {
  return {
    originKey: 'x:1',
    copy: copyWith({ body }),
    readers: { html: `<p>${body.length}</p>`, repeatsStandfirst: false, summary: '甲' },
    publishedAt: at,
    isPublic,
    path: '/bendi/2026/11/24/x.html',
    movedPaths: [],
    wireCode: null,
    categoryName: null,
    originals: [{ path: '_posts/x.md', bytes: Buffer.from(body), sha256: body.length.toString(16).padStart(64, '0') }],
  }
}
