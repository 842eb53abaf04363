import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright/test'
import { ask } from '../ask'
import { EditorPage } from '../pages/editor-page'
import { administrator, type RunningPortal, startPortal } from '../portal'
import { expect, signIn, test } from '../test'

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
  test.slow()
})

const older = '/category/gonggao.html?after='
const inLarge = (path: string) => (/^[^.]*(?:\.html)?(?:\?.*)?$/.test(path) ? [path, `/large${path}`] : [path])

/** What readers get at an address: from every worker, since each connection may come to another. */
async function everyAnswer(origin: string, path: string): Promise<{ status: number; html: string }[]> {
  const told = await Promise.all([1, 2, 3, 4].map(() => ask(origin, path)))
  return told.map(({ status, body }) => ({ status, html: body.toString() }))
}

/** Has every page kept by every worker. */
async function warm(origin: string, paths: string[]): Promise<void> {
  for (const path of paths.flatMap(inLarge)) await everyAnswer(origin, path)
}

async function expectShown(origin: string, paths: string[], shown: RegExp, hidden?: RegExp): Promise<void> {
  for (const path of paths.flatMap(inLarge))
    for (const { status, html } of await everyAnswer(origin, path)) {
      expect(status, path).toBe(200)
      expect([shown.test(html), hidden?.test(html) ?? false], `${path} shows ${shown}`).toEqual([true, false])
    }
}

async function expectHidden(origin: string, paths: string[], hidden: RegExp): Promise<void> {
  for (const path of paths.flatMap(inLarge))
    for (const { html } of await everyAnswer(origin, path))
      expect(hidden.test(html), `${path} shows ${hidden}`).toBe(false)
}

/** A folder of notices, one a minute of the first of October, and more when they come. */
async function noticeBoard() {
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  await mkdir(join(site, '_posts'))
  return {
    site,
    path: (number: number) => `/gonggao/2026/10/01/no${number}.html`,
    async post(from: number, to: number) {
      for (let number = from; number <= to; number++) {
        const time = new Date(Date.UTC(2026, 9, 1, 0, number)).toISOString().slice(11, 19)
        await writeFile(
          join(site, '_posts', `2026-10-01-no${number}.md`),
          `---\nlayout: post\ntitle: "第${number}号公告"\ndate: 2026-10-01 ${time} +0800\ncategories: gonggao\ntags: 公告\n---\n第${number}号公告的全文。\n`,
        )
      }
    },
    remove: () => rm(site, { recursive: true, force: true }),
  }
}

async function signedIn(browser: Browser, portal: RunningPortal): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await signIn(page, administrator)
  return page
}

for (const workers of ['1', '2']) {
  test(`what the desk does stands on every page with the next request, on ${workers} worker(s)`, async ({
    browser,
  }) => {
    const board = await noticeBoard()
    const portal = await startPortal({ env: { WORKERS: workers } })
    try {
      await board.post(1, 70)
      await portal.dibao('import', board.site)
      const desk = await signedIn(browser, portal)
      const editor = new EditorPage(desk)
      const { url } = portal
      const [front] = await everyAnswer(url, '/category/gonggao.html')
      const second = older + (/after=(\d+)"[^>]* rel="next"/.exec(front?.html ?? '')?.[1] ?? '')
      const category = '/category/gonggao.html'
      const lists = ['/', category, '/feed.xml']
      const [map] = await everyAnswer(url, '/sitemap.xml')
      const month = /\/sitemap\/\d{4}-\d\d\.xml/.exec(map?.html ?? '')?.[0] ?? ''
      const count = async () =>
        /gonggao\.html"[^>]*>[^<]*<\/a><span[^>]*>(\d+)/.exec(
          (await everyAnswer(url, '/categories'))[0]?.html ?? '',
        )?.[1]

      // Published.
      await warm(url, [...lists, second, '/categories', month, '/sitemap.xml'])
      expect(await count()).toBe('70')
      await editor.openNew()
      await editor.write({ headline: 'alpha71 头版', body: '头版的正文。' })
      await editor.field('栏目').selectOption('gonggao')
      await editor.publish()
      await expect(editor.state).toContainText('已发布')
      await expectShown(url, lists, /alpha71/)
      expect(await count()).toBe('71')
      const { pathname } = new URL(await editor.address())
      await expectShown(url, [pathname], /头版的正文/)
      await expectShown(url, [month], new RegExp(pathname))

      // Another version.
      await warm(url, [...lists, pathname, second])
      await editor.headline.fill('beta72 头版')
      await editor.publish()
      await expect(editor.state).toContainText('已发布')
      await expectShown(url, [...lists, pathname], /beta72/, /alpha71/)

      // Another version of an old one: the last of an older page, after which the next one is named.
      const [page] = await everyAnswer(url, second)
      const number = Number([...(page?.html ?? '').matchAll(/no(\d+)\.html/g)].at(-1)?.[1])
      const id = /after=(\d+)"[^>]* rel="next"/.exec(page?.html ?? '')?.[1] ?? ''
      const [old, third] = [board.path(number), older + id]
      await warm(url, [second, third, old])
      await editor.open(id)
      await editor.headline.fill('gamma20 更新')
      await editor.publish()
      await expect(editor.state).toContainText('已发布')
      await expectShown(url, [second, old], /gamma20/, new RegExp(`第${number}号公告<`))

      // Withdrawn.
      await desk.goto(`/admin/articles/${editor.id}/kill`)
      await desk.getByRole('textbox', { name: /给读者的话/ }).fill('内容有误。')
      await desk.getByRole('button', { name: /撤稿，立即生效/ }).click()
      await desk.waitForURL(`**/admin/articles/${editor.id}`)
      for (const path of inLarge(old))
        for (const { status, html } of await everyAnswer(url, path)) {
          expect(status, path).toBe(410)
          expect(html, path).toContain('内容有误。')
        }
      await expectHidden(
        url,
        [second, category, '/', '/feed.xml', '/sitemap/2026-10.xml'],
        new RegExp(`gamma20|no${number}\\.html`),
      )
      await expectShown(url, [third], /no1\.html/)
      expect(await count()).toBe('70')

      // A category's new name.
      const named = [pathname, board.path(1), category, second, '/categories']
      await warm(url, named)
      await desk.goto('/admin/categories')
      const row = desk.locator('form').filter({ has: desk.locator('input[name=slug][value=gonggao]') })
      await row.locator('input[name=name]').fill('告示')
      await row.getByRole('button').click()
      await expect(row.getByText('已保存')).toBeVisible()
      await expectShown(url, named, /告示/)

      // The newspaper's.
      const every = ['/', category, second, pathname, board.path(1), '/categories', '/feed.xml']
      await warm(url, [...every, '/none.html'])
      await desk.goto('/admin/settings')
      await desk.getByLabel('名称', { exact: true }).first().fill('桐桥晚报')
      await desk.getByRole('button', { name: '保存设置' }).click()
      await expect(desk.getByText('已保存')).toBeVisible()
      await expectShown(url, every, /桐桥晚报/)
      for (const { status, html } of await everyAnswer(url, '/none.html')) {
        expect(status).toBe(404)
        expect(html).toContain('桐桥晚报')
      }
      await desk.context().close()
    } finally {
      await portal.stop()
      await board.remove()
    }
  })
}

// The page says how many articles its category has, and no article that goes on top touches it: it had better not say so.
test('an older page does not say how many articles there were when it was made', async () => {
  const board = await noticeBoard()
  const portal = await startPortal({ demo: false })
  try {
    await board.post(1, 70)
    await portal.dibao('import', board.site)
    const [front] = await everyAnswer(portal.url, '/category/gonggao.html')
    const second = older + (/after=(\d+)"[^>]* rel="next"/.exec(front?.html ?? '')?.[1] ?? '')
    await warm(portal.url, [second])
    await board.post(71, 71)
    await portal.dibao('import', board.site)
    await expectHidden(portal.url, [second], /70 ?篇/)
  } finally {
    await portal.stop()
    await board.remove()
  }
})

test('a worker that is killed while news comes in takes nothing with it, and the one in its place is not behind', async () => {
  const board = await noticeBoard()
  const portal = await startPortal({ demo: false, env: { WORKERS: '2' } })
  try {
    await board.post(1, 40)
    await portal.dibao('import', board.site)
    const surfaces = ['/', '/category/gonggao.html', '/feed.xml', '/sitemap/2026-10.xml']
    for (let round = 0; round < 2; round++) {
      await warm(portal.url, surfaces)
      const next = 41 + round * 3
      const vain = board.path(next)
      expect((await ask(portal.url, vain)).status).toBe(404)
      await board.post(next, next + 2)
      const importing = portal.dibao('import', board.site)
      await sleep(400 + 400 * round)
      const [victim] = await childrenOf(portal.pid)
      if (victim) process.kill(victim, 'SIGKILL')
      expect((await importing).code).toBe(0)
      await expect.poll(async () => (await childrenOf(portal.pid)).length).toBe(2)
      for (const path of surfaces)
        await expect.poll(() => showsEverywhere(portal.url, path, `no${next + 2}.html`)).toBe(true)
      expect((await ask(portal.url, vain)).status).toBe(200)
    }
    // From here on nobody is killed: the first answer counts.
    await warm(portal.url, surfaces)
    await board.post(60, 60)
    await portal.dibao('import', board.site)
    await expectShown(portal.url, ['/', '/category/gonggao.html', '/feed.xml'], /no60\.html/)
  } finally {
    await portal.stop()
    await board.remove()
  }
})

test('a server that is killed while it publishes has published or has not, and says the same on every page afterwards', async ({
  browser,
}) => {
  const board = await noticeBoard()
  const dataDir = await mkdtemp(join(tmpdir(), 'dibao-e2e-'))
  const env = { WORKERS: '2' }
  let portal = await startPortal({ demo: false, dataDir, env })
  try {
    await board.post(1, 5)
    await portal.dibao('import', board.site)
    const desk = await signedIn(browser, portal)
    const editor = new EditorPage(desk)
    await editor.openNew()
    await editor.write({ headline: 'delta99 断电之前', body: '正文。' })
    await editor.field('栏目').selectOption('gonggao')
    await editor.save()
    await expect(editor.state).toContainText('已保存')
    await warm(portal.url, ['/', '/category/gonggao.html'])
    await board.post(6, 30)
    const importing = portal.dibao('import', board.site)
    const publishing = editor.publish()
    await sleep(150)
    const workers = await childrenOf(portal.pid)
    const ended = portal.stop('SIGKILL')
    for (const worker of workers) process.kill(worker, 'SIGKILL')
    await Promise.all([ended, importing, publishing.catch(() => {})])
    await desk.context().close()

    portal = await startPortal({ demo: false, dataDir, env })
    const { url } = portal
    const [front, category, feed, counted] = await Promise.all(
      ['/', '/category/gonggao.html', '/feed.xml', '/categories'].map(
        async (path) => (await everyAnswer(url, path))[0]?.html ?? '',
      ),
    )
    const isPublished = category?.includes('delta99') ?? false
    expect(front?.includes('delta99')).toBe(isPublished)
    expect(feed?.includes('delta99')).toBe(isPublished)
    expect(counted).toContain('gonggao')

    // What was on its way comes whole with a second run, and once.
    expect((await portal.dibao('import', board.site)).code).toBe(0)
    for (let number = 1; number <= 30; number++)
      for (const { status } of await everyAnswer(url, board.path(number))) expect(status, `${number}`).toBe(200)
    const lists = (await everyAnswer(url, '/category/gonggao.html')).map(
      ({ html }) => new Set(html.match(/no\d+\.html/g)),
    )
    for (const list of lists) expect(list.size).toBeGreaterThanOrEqual(29)
    const again = await signedIn(browser, portal)
    await again.goto('/admin/articles')
    await expect(again.getByRole('link', { name: /delta99/ }).first()).toBeVisible()
    await again.context().close()
  } finally {
    await portal.stop()
    await rm(dataDir, { recursive: true, force: true })
    await board.remove()
  }
})

/** Whether every worker that answers shows it; one that was just killed answers nobody. */
async function showsEverywhere(origin: string, path: string, words: string): Promise<boolean> {
  const answers = await everyAnswer(origin, path).catch(() => [])
  return answers.length > 0 && answers.every(({ html }) => html.includes(words))
}

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  return stdout.split('\n').flatMap((line) => {
    const [child, parent] = line.trim().split(/\s+/).map(Number)
    return parent === pid && child !== undefined ? [child] : []
  })
}
