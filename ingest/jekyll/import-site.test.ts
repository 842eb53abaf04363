import { noLibrary } from '@/newsroom/library-picture'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kill } from '@/newsroom/kill'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { findAddress } from '@/store/addresses'
import { changeArticle, findArticle } from '@/store/articles'
import { findCategory } from '@/store/categories'
import { type Database, isPostgresql } from '@/store/database'
import { findOriginal } from '@/store/originals'
import { findPublished, listPublished } from '@/store/published'
import { openScratchDatabase } from '@/store/scratch-database'
import { readSettings } from '@/store/settings'
import { createStaff } from '@/store/staff'
import type { ImportReport } from '../import-report'
import { type ImportOptions, importSite } from './import-site'

const at = new Date('2026-11-24T03:00:00Z')
const later = new Date('2026-11-25T03:00:00Z')
const zone = 'Asia/Shanghai'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR4nGNgYGD4D8IMMAYAPf4F+5l5uYcAAAAASUVORK5CYII=',
  'base64',
)

const directories: string[] = []
let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let site: string

beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  site = await makeFolder()
})
afterEach(async () => {
  await scratch.close()
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true })
})

describe('a site', () => {
  it('comes in whole: posts, pictures, category pages, and what only Jekyll used', async () => {
    await smallSite()
    const report = await bring()
    expect(summary(report)).toEqual({
      created: ['_posts/2026-11-20-harbour.md', '_posts/2026-11-21-bridge.md'],
      kept: ['_config.yml', '_layouts/post.html', 'category/bendi.html', 'pictures/a.png'],
    })
    expect((await readSettings(db)).settings).toMatchObject({ name: '棠州日报', seal: '棠州' })
    expect(await findCategory(db, 'bendi')).toMatchObject({ name: '本地', articleCount: 2, rank: 1 })
    expect(await reached('/bendi/2026/11/20/harbour.html')).toMatchObject({
      headline: '柳浦港开港',
      picture: { address: '/pictures/a.png', width: 2, height: 3 },
    })
    expect(await findAddress(db, '/pictures/a.png')).toMatchObject({ is: 'file' })
    expect(await findAddress(db, '/category/bendi.html')).toEqual({ is: 'category', slug: 'bendi' })
    expect(await findAddress(db, '/bendi/')).toMatchObject({ is: 'moved', to: '/category/bendi.html' })
  })

  it('comes back byte for byte', async () => {
    await smallSite()
    await put('_posts/2026-11-22-crlf.md', '---\r\ntitle: a\r\n---\r\nb\r\n')
    await put('_posts/2026-11-22-gbk.md', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xd6, 0xd0, 0x0a]))
    await put('_posts/2026-11-22-binary.md', Buffer.from([0, 1, 2, 255]))
    await put('_posts/2026-11-22-empty.md', '')
    await put('empty.txt', '')
    await put('old_post/2026-11-20-harbour.md', '老\n')
    await put('中文 名.txt', Buffer.from([239, 187, 191, 65]))
    await bring()
    const rows = await db.original.findMany()
    expect(rows).toHaveLength(13)
    for (const { id, path, sha256, size } of rows) {
      const file = await readFile(join(site, path))
      const original = await findOriginal(db, id)
      expect(Buffer.from(original?.bytes ?? []).equals(file), path).toBe(true)
      expect([sha256, size]).toEqual([createHash('sha256').update(file).digest('hex'), file.byteLength])
    }
  })

  it('that is brought in again changes nothing', async () => {
    await smallSite()
    await put('_posts/2026-11-22-bad.md', '')
    await put('_posts/nodate.md', '---\ntitle: 没有日期\ndate: 2026-11-01 10:00:00 +0800\n---\n正文。\n')
    await bring()
    const before = await everything()
    const again = await bring({ at: later })
    expect(again.created).toEqual([])
    expect(again.updated).toEqual([])
    expect(again.kept).toEqual([])
    expect(again.unchanged).toHaveLength(7)
    expect(again.refused.map(({ file }) => file)).toEqual(['_posts/2026-11-22-bad.md'])
    expect(await everything()).toEqual(before)
  })

  it('keeps the name that the desk has given the newspaper', async () => {
    await smallSite()
    await bring()
    await db.setting.update({
      where: { key: 'site' },
      data: { value: { ...(await readSettings(db)).settings, name: '新名' }, version: 2 },
    })
    await put('_config.yml', 'title: 旧名\nurl: https://tangzhou.example\n')
    await bring({ at: later })
    expect((await readSettings(db)).settings.name).toBe('新名')
  })

  it('that is only tried out writes nothing and says what it would do', async () => {
    await smallSite()
    const before = await everything()
    const dry = await bring({ dryRun: true })
    expect(await everything()).toEqual(before)
    const wet = await bring()
    expect(dry).toEqual(wet)
    const after = await everything()
    await put('_posts/2026-11-20-harbour.md', post({ title: '改了' }))
    expect(summary(await bring({ dryRun: true, at: later }))).toMatchObject({
      updated: ['_posts/2026-11-20-harbour.md'],
    })
    expect(await everything()).toEqual(after)
  })

  it('that is a folder of nothing comes in as nothing', async () => {
    expect(summary(await bring())).toEqual({})
    await expect(importSite(db, options({ directory: join(site, 'absent') }))).rejects.toThrow()
  })
})

describe('a run that ends half way', () => {
  const count = 230
  const manyPosts = async () => {
    await put('_config.yml', 'title: 棠州日报\nurl: https://tangzhou.example\n')
    await put('category/bendi.html', '---\nlayout: category\ncategory: bendi\n---\n')
    await put('pictures/a.png', png)
    for (let index = 0; index < count; index++) {
      await put(
        `_posts/2026-11-${String((index % 20) + 1).padStart(2, '0')}-p${index}.md`,
        post({
          title: `第${index}条`,
          categories: ['bendi', 'jingji', 'tiyu'][index % 3] ?? '',
          more: index % 5 === 0 ? 'tags: [港口, 桥梁]\nauthor: 记者 沈砚秋' : '',
        }),
      )
    }
  }
  const inOneRun = async () => {
    const other = await openScratchDatabase()
    try {
      await importSite(other.db, options())
      return await everything(other.db)
    } finally {
      await other.close()
    }
  }

  it('because somebody stopped it, gives the same in the end as one run', async () => {
    await manyPosts()
    const report = await bring({ isStopped: () => true })
    expect(report.created.length).toBeLessThan(count)
    expect(report.created.length).toBeGreaterThan(0)
    expect(await db.publishedArticle.count()).toBe(report.created.length)
    await bring()
    expect(await everything()).toEqual(await inOneRun())
  })

  it('because it was killed between two batches, does too', async () => {
    await manyPosts()
    await expect(
      bring({
        onProgress: () => {
          throw new Error('the power went')
        },
      }),
    ).rejects.toThrow('the power went')
    await bring()
    expect(await everything()).toEqual(await inOneRun())
  })

  it('because the store failed in the middle of a batch, leaves whole articles only, and does too', async () => {
    await manyPosts()
    const [disk, mended] = isPostgresql(scratch.url)
      ? [
          [
            `CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT COUNT(*) FROM published_tag) > 70 THEN RAISE 'disk full'; END IF; RETURN NEW; END $$`,
            'CREATE TRIGGER disk_full BEFORE INSERT ON published_tag FOR EACH ROW EXECUTE FUNCTION fill()',
          ],
          'DROP TRIGGER disk_full ON published_tag',
        ]
      : [
          [
            `CREATE TRIGGER disk_full BEFORE INSERT ON published_tag WHEN (SELECT COUNT(*) FROM published_tag) > 70 BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
          ],
          'DROP TRIGGER disk_full',
        ]
    for (const sql of disk) await db.$executeRawUnsafe(sql)
    await expect(bring()).rejects.toThrow()
    const counts = await Promise.all([
      db.article.count(),
      db.articleBody.count(),
      db.publishedArticle.count(),
      db.publishedText.count(),
      db.original.count({ where: { role: 'article' } }),
    ])
    expect(new Set(counts)).toEqual(new Set([counts[0]]))
    await db.$executeRawUnsafe(mended)
    await bring()
    expect(await everything()).toEqual(await inOneRun())
  })
})

describe('a file that changed', () => {
  beforeEach(async () => {
    await smallSite()
    await bring()
    await put(
      '_posts/2026-11-20-harbour.md',
      post({ title: '柳浦港正式开港', categories: 'jingji', more: 'tags: [港口, 桥梁]' }),
    )
  })

  it('updates its article, which keeps its address and its place, and shows at once', async () => {
    const before = await articleOf('harbour')
    const report = await bring({ at: later })
    expect(summary(report)).toMatchObject({ updated: ['_posts/2026-11-20-harbour.md'] })
    const after = await reached('/bendi/2026/11/20/harbour.html')
    expect(after).toMatchObject({
      id: before.id,
      headline: '柳浦港正式开港',
      tags: ['港口', '桥梁'],
      category: { slug: 'jingji' },
      publishedAt: before.publishedAt,
      updatedAt: later,
    })
    expect(await articleOf('harbour')).toMatchObject({ version: 2, publishedVersion: 2, status: 'published' })
    expect([(await findCategory(db, 'bendi'))?.articleCount, (await findCategory(db, 'jingji'))?.articleCount]).toEqual(
      [1, 1],
    )
    expect(await reached('/jingji/2026/11/20/harbour.html')).toMatchObject({ id: before.id })
  })
  it('that the desk has edited is refused and left alone, this time and the next', async () => {
    const by = await chief()
    const article = await articleOf('harbour')
    await changeArticle(db, article.id, { seenVersion: 1, zone }, (now) =>
      revise(now, { ...now.copy, headline: '编辑改的标题' }, { by, at }),
    )
    for (const run of [1, 2]) {
      if (run === 2) await put('_posts/2026-11-20-harbour.md', post({ title: '又改' }))
      const report = await bring({ at: later })
      expect(report.refused).toEqual([
        expect.objectContaining({
          file: '_posts/2026-11-20-harbour.md',
          reason: expect.stringContaining('the desk has edited'),
        }),
      ])
      expect((await articleOf('harbour')).copy.headline).toBe('编辑改的标题')
      expect((await reached('/bendi/2026/11/20/harbour.html'))?.headline).toBe('柳浦港开港')
    }
  })
  it('that was only published again by the desk still counts as the file’s', async () => {
    const by = await chief()
    const { id } = await articleOf('harbour')
    await changeArticle(db, id, { seenVersion: 1, zone }, (now) =>
      revise(now, { ...now.copy, kicker: '焦点' }, { by, at }),
    )
    await changeArticle(db, id, { seenVersion: 2, zone }, (now) => publish(now, { by, at }, noLibrary))
    expect((await bring({ at: later })).refused).toHaveLength(1)
    expect((await reached('/bendi/2026/11/20/harbour.html'))?.kicker).toBe('焦点')
  })
  it('that the desk has killed stays killed', async () => {
    const by = await chief()
    const { id } = await articleOf('harbour')
    await changeArticle(db, id, { seenVersion: 1, zone }, (now) => kill(now, '失实', { by, at }))
    const report = await bring({ at: later })
    expect(report.refused).toEqual([expect.objectContaining({ reason: expect.stringContaining('killed') })])
    expect(await findAddress(db, '/bendi/2026/11/20/harbour.html')).toMatchObject({ is: 'gone', reason: '失实' })
    expect(await findPublished(db, { id })).toBeNull()
  })
  it('back to what it was updates the article back', async () => {
    await bring({ at: later })
    await smallSite()
    await bring({ at: later })
    expect(await reached('/bendi/2026/11/20/harbour.html')).toMatchObject({ headline: '柳浦港开港' })
  })
})

describe('a bad file', () => {
  it.each([
    ['binary', Buffer.from([0x89, 0x50, 0, 255, 1])],
    ['empty', ''],
    ['nested 50,000 deep', `---\ntitle: a\n---\n${'<div>'.repeat(50_000)}`],
    ['of 5 MB', `---\ntitle: a\n---\n${'<p>字</p>'.repeat(500_000)}`],
    ['of no encoding at all', Buffer.from([0x41, 0xff, 0xff, 0xfe, 0x42])],
    ['without a date', '---\ntitle: a\n---\nb'],
  ])('%s is reported with a reason in words, kept byte for byte, and stops nothing', async (what, bytes) => {
    const path = what === 'without a date' ? '_posts/undated.md' : '_posts/2026-11-01-bad.md'
    await smallSite()
    await put(path, bytes)
    const report = await bring()
    expect(report.refused).toEqual([{ file: path, reason: expect.stringMatching(/\w+ \w+/) }])
    expect(report.created).toHaveLength(2)
    const row = await db.original.findFirstOrThrow({ where: { path } })
    expect(row.role).toBe('refused')
    expect(Buffer.from((await findOriginal(db, row.id))?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true)
  })
  it('in GB 18030 is no bad file', async () => {
    await put(
      '_posts/2026-11-01-gbk.md',
      Buffer.concat([
        Buffer.from('---\ntitle: '),
        Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
        Buffer.from('\ndate: 2026-11-01 10:00:00 +0800\n---\n<p>x</p>\n'),
      ]),
    )
    const report = await bring()
    expect(report.repaired).toEqual([expect.objectContaining({ repairs: ['encoding'] })])
    expect(await reached('/2026/11/01/gbk.html')).toMatchObject({ headline: '中文' })
  })
  it('whose name is in no encoding that this machine reads stops nothing and is reported', async () => {
    await smallSite()
    await writeFile(
      Buffer.concat([Buffer.from(join(site, '_posts/2026-11-02-')), Buffer.from([0xd6, 0xd0]), Buffer.from('.md')]),
      post({ title: '名字是 GBK' }),
    )
    const report = await bring()
    expect(report.created.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['_posts/2026-11-20-harbour.md', '_posts/2026-11-21-bridge.md']),
    )
    expect([...report.refused, ...report.created].some(({ file }) => file.includes('2026-11-02-'))).toBe(true)
  })
  it('that is put right later becomes an article', async () => {
    await put('_posts/2026-11-01-bad.md', '')
    await bring()
    await put('_posts/2026-11-01-bad.md', post({ title: '好了' }))
    expect(summary(await bring({ at: later }))).toMatchObject({ created: ['_posts/2026-11-01-bad.md'] })
    expect(await db.original.findFirstOrThrow({ where: { path: '_posts/2026-11-01-bad.md' } })).toMatchObject({
      role: 'article',
      note: null,
    })
  })
  it('that was good, went bad and is good again updates its article', async () => {
    await smallSite()
    await bring()
    await put('_posts/2026-11-20-harbour.md', '')
    await bring({ at: later })
    await put('_posts/2026-11-20-harbour.md', post({ title: '又好了' }))
    expect(summary(await bring({ at: later })).updated).toEqual(['_posts/2026-11-20-harbour.md'])
    expect(await reached('/bendi/2026/11/20/harbour.html')).toMatchObject({ headline: '又好了' })
  })
  it('that was good keeps its article as it was', async () => {
    await smallSite()
    await bring()
    await put('_posts/2026-11-20-harbour.md', '')
    expect((await bring({ at: later })).refused).toHaveLength(1)
    expect(await reached('/bendi/2026/11/20/harbour.html')).toMatchObject({ headline: '柳浦港开港' })
  })
})

describe('addresses', () => {
  it('of a post that is old and new are two, and the article one', async () => {
    await put('_posts/2026-11-20-x.md', post({ title: '新版' }))
    await put('old_post/2026-11-20-x.md', post({ title: '旧版' }))
    const report = await bring()
    expect(report.created).toHaveLength(2)
    expect(await db.article.count()).toBe(1)
    expect(await findAddress(db, '/old_post/2026-11-20-x.html')).toMatchObject({
      is: 'moved',
      to: '/bendi/2026/11/20/x.html',
    })
    expect(await reached('/bendi/2026/11/20/x.html')).toMatchObject({ headline: '新版' })
  })
  it('of a post that moves to the old ones between two runs are both alive', async () => {
    await put('_posts/2026-11-20-x.md', post({ title: '要闻' }))
    await bring()
    await mkdir(join(site, 'old_post'), { recursive: true })
    await rename(join(site, '_posts/2026-11-20-x.md'), join(site, 'old_post/2026-11-20-x.md'))
    await bring({ at: later })
    expect(await db.article.count()).toBe(1)
    expect(await reached('/bendi/2026/11/20/x.html')).toMatchObject({ headline: '要闻' })
    expect(await findAddress(db, '/old_post/2026-11-20-x.html')).toMatchObject({
      is: 'moved',
      to: '/bendi/2026/11/20/x.html',
    })
  })
  it('of a post whose old file is gone do not keep its new one from being read', async () => {
    await put('_posts/2026-11-20-x.md', post({ title: '一' }))
    await put('old_post/2026-11-20-x.md', post({ title: '旧' }))
    await bring()
    await rm(join(site, 'old_post'), { recursive: true })
    for (const title of ['二', '三', '四']) {
      await put('_posts/2026-11-20-x.md', post({ title }))
      expect((await bring({ at: later })).refused).toEqual([])
      expect(await reached('/bendi/2026/11/20/x.html')).toMatchObject({ headline: title })
    }
  })
  it('that the newsroom makes are none that a post has already', async () => {
    await put('_posts/2026-11-20-2.md', post({ title: '名字是二' }))
    await put('_posts/nodate.md', post({ title: '第二篇' }))
    const { created } = await bring()
    expect(created).toHaveLength(2)
    expect(await reached('/bendi/2026/11/20/2.html')).toMatchObject({ headline: '名字是二' })
    expect(await reached(created.find(({ file }) => file.includes('nodate'))?.address ?? '')).toMatchObject({
      headline: '第二篇',
    })
  })
  it('that the newsroom makes are none that a later post brings', async () => {
    await put('_posts/-nodate.md', post({ title: '第一篇' }))
    await put('_posts/2026-11-20-1.md', post({ title: '名字是一' }))
    const { created } = await bring()
    expect(await reached('/bendi/2026/11/20/1.html')).toMatchObject({ headline: '名字是一' })
    expect(await reached(created.find(({ file }) => file.includes('nodate'))?.address ?? '')).toMatchObject({
      headline: '第一篇',
    })
  })
  it('that the newsroom makes are none that a post of a later batch brings', async () => {
    await put('_posts/-nodate.md', post({ title: '没有名字' }))
    for (let index = 0; index < 205; index++)
      await put(`_posts/2026-11-10-p${index}.md`, post({ title: `第${index}条` }))
    const wanted = ['1', '2', '206', '207'].map((name) => `/bendi/2026/11/20/${name}.html`)
    for (const name of ['1', '2', '206', '207'])
      await put(`_posts/2026-11-20-${name}.md`, post({ title: `名字是${name}` }))
    const { created } = await bring()
    expect(created).toHaveLength(210)
    for (const path of wanted) expect((await reached(path))?.headline).toMatch(/^名字是/)
  })
  it('of a post that moves after it was killed say that it is gone', async () => {
    await put('_posts/2026-11-20-x.md', post({ title: '要闻' }))
    await bring()
    const by = await chief()
    await changeArticle(db, (await articleOf('x')).id, { seenVersion: 1, zone }, (now) => kill(now, '失实', { by, at }))
    await put('old_post/2026-11-20-x.md', post({ title: '要闻' }))
    await bring({ at: later })
    expect(await findAddress(db, '/old_post/2026-11-20-x.html')).toMatchObject({ is: 'gone' })
  })
  it('that two of a hundred want go to the first, and the other is still an article, and told of', async () => {
    for (let index = 0; index < 98; index++)
      await put(`_posts/2026-11-10-p${index}.md`, post({ title: `第${index}条` }))
    await put('_posts/2026-11-11-one.md', post({ title: '先到', more: 'permalink: /same.html' }))
    await put('_posts/2026-11-12-two.md', post({ title: '后到', more: 'permalink: /same.html' }))
    const report = await bring()
    expect(report.created).toHaveLength(100)
    expect(await reached('/same.html')).toMatchObject({ headline: '先到' })
    const second = report.created.find(({ file }) => file.includes('two'))
    expect(second?.reason).toContain('/same.html')
    expect(await reached(second?.address ?? '')).toMatchObject({ headline: '后到' })
    const before = await everything()
    await bring({ at: later })
    expect(await everything()).toEqual(before)
  })
  it('of the two tellings of a story know each other', async () => {
    await put('_posts/2026-11-20-202611202206672930.md', post({ title: '摘要', categories: 'emnews' }))
    await put('_posts/2026-11-20-NW202611202206672930.md', post({ title: '全文', categories: 'moubao' }))
    await bring()
    const twins = await db.publishedArticle.findMany({ where: { wireCode: '202611202206672930' } })
    expect(twins.map(({ headline }) => headline).sort()).toEqual(['全文', '摘要'])
  })
  it('that an article of the desk’s has already stay the desk’s', async () => {
    await smallSite()
    await bring()
    await put('a/_posts/2026-11-22-y.md', post({ title: '抢地址', more: 'permalink: /bendi/2026/11/20/harbour.html' }))
    await bring({ at: later })
    expect(await reached('/bendi/2026/11/20/harbour.html')).toMatchObject({ headline: '柳浦港开港' })
  })
  it('of a post may not be those of a category’s page or a file', async () => {
    await smallSite()
    await put('_posts/2026-11-23-z.md', post({ title: '占图片', more: 'permalink: /pictures/a.png' }))
    await put('_posts/2026-11-23-w.md', post({ title: '占栏目', more: 'permalink: /category/bendi.html' }))
    await bring()
    expect(await findAddress(db, '/pictures/a.png')).toMatchObject({ is: 'file' })
    expect(await findAddress(db, '/category/bendi.html')).toMatchObject({ is: 'category' })
  })
})

describe('a post that its site kept back', () => {
  beforeEach(() => put('_posts/2026-11-20-x.md', post({ title: '未发', more: 'published: false' })))

  it('comes in as a draft that no reader sees', async () => {
    await bring()
    expect(await articleOf('x')).toMatchObject({ status: 'draft', publishedVersion: null })
    expect(await listPublished(db, {}, { limit: 10 })).toEqual([])
    expect((await findCategory(db, 'bendi'))?.articleCount).toBe(0)
  })
  it('can be published by the desk, at the address it would have had', async () => {
    await bring()
    const by = await chief()
    await changeArticle(db, (await articleOf('x')).id, { seenVersion: 1, zone }, (now) =>
      publish(now, { by, at }, noLibrary),
    )
    expect(await reached('/bendi/2026/11/20/x.html')).toMatchObject({ headline: '未发' })
  })
  it('shows when its site shows it', async () => {
    await bring()
    await put('_posts/2026-11-20-x.md', post({ title: '未发' }))
    await bring({ at: later })
    expect(await reached('/bendi/2026/11/20/x.html')).toMatchObject({ headline: '未发' })
  })
  it('after it was public is gone, and its address says so', async () => {
    await put('_posts/2026-11-20-x.md', post({ title: '已发' }))
    await bring()
    await put('_posts/2026-11-20-x.md', post({ title: '已发', more: 'published: false' }))
    await bring({ at: later })
    expect(await listPublished(db, {}, { limit: 10 })).toEqual([])
    expect(await findAddress(db, '/bendi/2026/11/20/x.html')).toMatchObject({ is: 'gone' })
  })
})

describe('a category', () => {
  it('takes its name from its wire’s tag, whichever of its posts comes first', async () => {
    await put('_posts/2026-11-19-a.md', post({ title: '无标签', categories: 'mianyangribao' }))
    await put(
      '_posts/2026-11-20-b.md',
      post({ title: '有标签', categories: 'mianyangribao', more: 'tags: 绵阳日报新闻' }),
    )
    await bring()
    expect((await findCategory(db, 'mianyangribao'))?.name).toBe('绵阳日报')
  })
  it('is not named after a subject that one of its posts is about', async () => {
    await put('_posts/2026-11-19-a.md', post({ title: '港口', categories: 'jingji', more: 'tags: 港口' }))
    await put('_posts/2026-11-20-b.md', post({ title: '桥梁', categories: 'jingji', more: 'tags: 桥梁' }))
    await bring()
    expect((await findCategory(db, 'jingji'))?.name).not.toMatch(/港口|桥梁/)
    expect(await reached('/jingji/2026/11/20/a.html')).toMatchObject({ tags: ['港口'] })
  })
})

describe('a demonstration', () => {
  it('moves its dates so that the newest is today’s, at the same time of day', async () => {
    await smallSite()
    await bring({ shiftNewestTo: new Date('2026-12-31T17:00:00Z') })
    expect(await reached('/bendi/2027/01/01/bridge.html')).toMatchObject({
      publishedAt: new Date('2027-01-01T01:30:00Z'),
    })
    expect(await reached('/bendi/2026/12/31/harbour.html')).toMatchObject({
      publishedAt: new Date('2026-12-31T00:00:00Z'),
    })
  })
  it('does not move again the next day', async () => {
    await smallSite()
    await bring({ shiftNewestTo: new Date('2026-12-31T17:00:00Z') })
    const before = await everything()
    await bring({ shiftNewestTo: new Date('2027-03-01T17:00:00Z'), at: later })
    expect(await everything()).toEqual(before)
  })
})

function post({
  title,
  categories = 'bendi',
  more = '',
  date = '2026-11-20 08:00:00 +0800',
}: {
  title: string
  categories?: string
  more?: string
  date?: string
}): string {
  return `---\nlayout: post\ntitle: "${title}"\ndate: ${date}\ncategories: ${categories}\n${more}${more ? '\n' : ''}---\n${title}的正文。\n`
}

async function smallSite(): Promise<void> {
  await put(
    '_config.yml',
    'title: 棠州日报\nurl: https://tangzhou.example\ntimezone: Asia/Shanghai\ndibao:\n  seal: 棠州\n  categories: {bendi: 本地}\n',
  )
  await put('_layouts/post.html', '{{ content }}')
  await put('pictures/a.png', png)
  await put('category/bendi.html', '---\nlayout: category\ncategory: bendi\n---\n')
  await put(
    '_posts/2026-11-20-harbour.md',
    post({ title: '柳浦港开港', more: 'image: /pictures/a.png\nimage_alt: 码头' }),
  )
  await put('_posts/2026-11-21-bridge.md', post({ title: '三桥合龙', date: '2026-11-21 09:30:00 +0800' }))
}

async function makeFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  directories.push(directory)
  return directory
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(site, path)), { recursive: true })
  await writeFile(join(site, path), content)
}

function options(more: Partial<ImportOptions> = {}): ImportOptions {
  return {
    directory: site,
    zone,
    at,
    zoneless: 'local',
    dryRun: false,
    shiftNewestTo: null,
    onProgress: () => {},
    isStopped: () => false,
    ...more,
  }
}

function bring(more: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importSite(db, options(more))
}

function summary({ repaired: _repaired, ...lists }: ImportReport): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(lists)
      .map(([name, entries]) => [name, entries.map(({ file }) => file).sort()] as const)
      .filter(([, files]) => files.length > 0),
  )
}

async function reached(path: string) {
  const found = await findAddress(db, path)
  const end = found?.is === 'moved' ? await findAddress(db, found.to) : found
  return end?.is === 'article' ? findPublished(db, { id: end.id }) : null
}

async function articleOf(name: string) {
  const row = await db.article.findFirstOrThrow({ where: { originKey: { endsWith: `-${name}` } } })
  const article = await findArticle(db, row.id)
  if (!article) throw new Error(`no article ${name}`)
  return article
}

function chief(): Promise<Staff> {
  return createStaff(db, { email: 'chief@example.org', name: '江予怀', role: 'chief-editor', passwordHash: 'x', at })
}

/** All that the store holds, by names instead of numbers. */
async function everything(of: Database = db) {
  const articles = await of.article.findMany({
    include: {
      body: true,
      category: true,
      source: true,
      published: {
        include: {
          text: true,
          category: true,
          tagged: { include: { tag: true } },
          authored: { include: { author: true } },
        },
      },
    },
    orderBy: { originKey: 'asc' },
  })
  const originals = await of.original.findMany({ include: { article: true }, orderBy: { path: 'asc' } })
  const addresses = await of.address.findMany({
    include: { article: true, category: true, original: true },
    orderBy: { path: 'asc' },
  })
  const categories = await of.category.findMany({ orderBy: { slug: 'asc' } })
  const names = await Promise.all([
    of.tag.findMany({ orderBy: { name: 'asc' } }),
    of.author.findMany({ orderBy: { name: 'asc' } }),
    of.source.findMany({ orderBy: { name: 'asc' } }),
  ])
  return {
    articles: articles.map(({ id: _id, categoryId: _c, sourceId: _s, body, category, source, published, ...row }) => ({
      ...row,
      body: body?.body,
      format: body?.format,
      category: category.slug,
      source: source?.name,
      published: published && {
        path: published.path,
        headline: published.headline,
        summary: published.summary,
        publishedAt: published.publishedAt,
        updatedAt: published.updatedAt,
        category: published.category.slug,
        html: published.text?.html,
        tags: published.tagged.map(({ tag }) => tag.name).sort(),
        authors: published.authored.map(({ author }) => author.name).sort(),
      },
    })),
    originals: originals.map(({ id: _id, articleId: _a, article, bytes, ...row }) => ({
      ...row,
      bytes: Buffer.from(bytes).toString('base64'),
      article: article?.originKey,
    })),
    addresses: addresses.map(({ path, state, since, article, category, original }) => ({
      path,
      state,
      since,
      to: article?.originKey ?? category?.slug ?? original?.path,
    })),
    categories: categories.map(({ id: _id, ...row }) => row),
    names: names.map((rows) => rows.map(({ name }) => name)),
    settings: await of.setting.findMany(),
  }
}
