import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../ask'
import { EditorPage } from '../pages/editor-page'
import { NamesPage } from '../pages/names-page'
import { articlePaths } from '../pages/portal-pages'
import { startPortal } from '../portal'
import { expect, test } from '../test'

test('a reader goes from an article to all of its tag, its source, its author and a security in it', async ({
  page,
  request,
}) => {
  const paths = await articlePaths(request)
  const path = paths.find((one) => one.endsWith('/bridge-closed.html')) ?? ''
  const article = page.getByRole('article')
  for (const [rel, kind] of [
    ['tag', '标签'],
    ['author', '作者'],
  ] as const) {
    await page.goto(path)
    const link = article.locator(`a[rel=${rel}]`).first()
    const name = await link.textContent()
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: name ?? '' })).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(`^${kind}：${name}`))
    await expect(page.locator(`a[href="${path}"]`).first()).toBeVisible()
  }
  await page.goto(path)
  await article.getByRole('link', { name: '棠州日报' }).first().click()
  await page.getByRole('link', { name: /以前的稿件/ }).click()
  await expect(page).toHaveURL(/\/source\/[^/]+\?after=\d+$/)
  await page.goto(path)
  const security = article.locator('a.security').first()
  const key = await security.getAttribute('data-security')
  await security.click()
  await expect(page).toHaveURL(new RegExp(`/security/${key}$`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(key?.split('.')[1] ?? '')
  const feed = await page
    .getByRole('group', { name: /^订阅“/ })
    .getByRole('link', { name: 'Atom' })
    .getAttribute('href')
  expect((await request.get(feed ?? '')).headers()['content-type']).toContain('application/atom+xml')
})

test('a list answers at its address whatever its name holds, and below it its feeds', async ({ desk, portal }) => {
  const names = ['Node.js', '(.)甲[乙]', '100%/年?', '读我.md', '图.jpg', '..', '😀 笑']
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '名字里什么都有', body: '正文。', category: '产业' })
  await editor.field('标签').fill(names.join('、'))
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const map = (await ask(portal.url, '/sitemap/lists-tag.xml')).body.toString()
  const addresses = [...map.matchAll(/<loc>([^<]+)/g)].map(
    ([, address = '']) => new URL(address.replaceAll('&amp;', '&')),
  )
  const found: string[] = []
  for (const { pathname } of addresses.slice(-names.length)) {
    const { status, body } = await ask(portal.url, pathname)
    expect(status, pathname).toBe(200)
    expect(body.toString(), pathname).toContain('名字里什么都有')
    found.push(JSON.parse((await ask(portal.url, `${pathname}/feed.json`)).body.toString()).title)
  }
  const { pathname = '' } = addresses.at(-1) ?? {}
  expect((await ask(portal.url, `/large${pathname}`)).status).toBe(200)
  expect((await ask(portal.url, `${pathname}/`)).headers.location).toBe(pathname)
  expect(found.sort()).toEqual(names.map((name) => `标签：${name} - 棠州日报`).sort())
  expect((await ask(portal.url, '/tag/%E6%B2%A1%E6%9C%89')).status).toBe(404)
  expect((await ask(portal.url, '/security/us.MD')).headers['content-type']).toContain('text/html')
})

test('a chief renames a source and merges two: old addresses lead on, and articles say the new name', async ({
  desk,
  portal,
  request,
}) => {
  const names = new NamesPage(desk)
  const old = `/source/${encodeURIComponent('砚江财讯')}`
  const renamed = `/source/${encodeURIComponent('砚江财经')}`
  const merged = `/source/${encodeURIComponent('砚江晚报')}`
  const { body } = await ask(portal.url, old)
  const path = /<ul class="list">.*?<a href="([^"]+\.html)"/s.exec(body.toString())?.[1] ?? ''
  await names.find('来源', '砚江财')
  await names.rename('砚江财讯', '砚江晚报')
  await expect(names.saying('已经有“砚江晚报”了')).toBeVisible()
  await names.rename('砚江财讯', '砚江财经')
  await expect(names.saying('已改名')).toBeVisible()
  expect(await ask(portal.url, old)).toMatchObject({ status: 301, headers: { location: renamed } })
  expect(await ask(portal.url, `${old}/feed.rss?after=5`)).toMatchObject({
    status: 301,
    headers: { location: `${renamed}/feed.rss?after=5` },
  })
  expect((await ask(portal.url, path)).body.toString()).toContain(`<a href="${renamed}">砚江财经</a>`)
  await names.merge('砚江财经', '砚江晚报')
  await expect(names.saying('已并入')).toBeVisible()
  for (const from of [old, renamed]) expect((await ask(portal.url, from)).headers.location).toBe(merged)
  expect(await (await request.get(merged)).text()).toContain(path)
})

test('an article that an old site had where lists stand keeps its address', async () => {
  test.slow()
  const portal = await startPortal({ demo: false })
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  try {
    await mkdir(join(site, '_posts'))
    const head =
      'title: "渡口"\ndate: 2026-11-23 08:00:00 +0800\ncategories: bendi\ntags: [old]\npermalink: /tag/old.html'
    await writeFile(join(site, '_posts/2026-11-23-ferry.md'), `---\n${head}\n---\n渡轮晚点。\n`)
    expect((await portal.dibao('import', site)).code).toBe(0)
    expect((await ask(portal.url, '/tag/old.html')).body.toString()).toContain('渡轮晚点。')
    expect((await ask(portal.url, '/tag/old')).body.toString()).toContain('href="/tag/old.html"')
    expect((await ask(portal.url, '/author/old')).status).toBe(404)
  } finally {
    await rm(site, { recursive: true })
    await portal.stop()
  }
})
