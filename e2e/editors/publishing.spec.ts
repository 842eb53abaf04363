import { expect, test } from '../test'
import { EditorPage } from '../pages/editor-page'

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

test('what an editor publishes stands on its page, the front, its category and the feed with the next request', async ({
  desk,
  request,
}) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({
    headline: `渡口新开夜班船 ${mark}`,
    standfirst: '末班船从二十时延到二十三时。',
    body: '从今晚起，桐桥渡口的末班船延到二十三时。\n\n## 票价不变\n\n仍是两元。',
    category: '本地',
  })
  await editor.field('标签').fill('渡口、夜班')
  await editor.field('来源').fill('棠州日报')
  await editor.field('原文地址').fill('https://tangzhou.example/a1')
  await editor.field('署名').fill('记者 顾临')
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const address = new URL(await editor.address())
  expect(address.pathname).toMatch(/^\/bendi\/\d{4}\/\d{2}\/\d{2}\/\d+\.html$/)

  for (const path of [address.pathname, '/', '/category/bendi.html', '/feed.xml']) {
    const answer = await request.get(path)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain(mark)
  }
  await desk.goto(address.pathname)
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('渡口新开夜班船')
  await expect(desk.getByRole('heading', { level: 2, name: '票价不变' })).toBeVisible()
  await expect(desk.getByText('记者 顾临')).toBeVisible()
})

test('the address can be copied after publishing', async ({ desk }) => {
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `可以复制的地址 ${unique()}`, body: '正文。', category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  await desk.getByRole('button', { name: '复制地址' }).first().click()
  expect(await desk.evaluate(() => navigator.clipboard.readText())).toBe(await editor.address())
})

test('readers see a new version only when it is published again', async ({ desk, request }) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `第一版 ${mark}`, body: '第一版的正文。', category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const { pathname } = new URL(await editor.address())

  await editor.body.fill('第二版的正文。')
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  expect(await (await request.get(pathname)).text()).toContain('第一版的正文')

  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const page = await (await request.get(pathname)).text()
  expect(page).toContain('第二版的正文')
  expect(page).not.toContain('第一版的正文')
})

test('a killed article answers 410 with its notice and is gone everywhere else', async ({ desk, request }) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `将要撤回 ${mark}`, body: '这篇不能成立。', category: '县区' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const { pathname } = new URL(await editor.address())

  await desk.goto(`/admin/articles/${editor.id}/kill`)
  await desk.getByRole('textbox', { name: /给读者的话/ }).fill('引用的数据未经复核。')
  await desk.getByRole('button', { name: /撤稿，立即生效/ }).click()
  await desk.waitForURL(`**/admin/articles/${editor.id}`)

  const gone = await request.get(pathname)
  expect(gone.status()).toBe(410)
  const notice = await gone.text()
  expect(notice).toContain('引用的数据未经复核。')
  expect(notice).not.toContain('这篇不能成立')
  for (const path of [
    '/',
    '/category/xianqu.html',
    '/feed.xml',
    `/sitemap/${pathname.slice(8, 15).replace('/', '-')}.xml`,
  ]) {
    const answer = await request.get(path)
    expect(await answer.text()).not.toContain(mark)
    expect(await answer.text()).not.toContain(pathname)
  }
})

test('a draft is nowhere to be seen, and its preview is what readers will get', async ({ desk, request }) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `还没发布 ${mark}`, body: '草稿里的一句话。', category: '文化' })
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  for (const path of ['/', '/category/wenhua.html', '/feed.xml'])
    expect(await (await request.get(path)).text()).not.toContain(mark)

  await desk.goto(`/admin/articles/${editor.id}/preview`)
  const frame = desk.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('还没发布')
  await expect(frame.getByText('草稿里的一句话。')).toBeVisible()

  const stranger = await request.get(`/admin/articles/${editor.id}/preview/page`, { maxRedirects: 0 })
  expect(stranger.status()).toBe(307)
})

test('an address name is kept for ever and never given to another article', async ({ desk }) => {
  const slug = `night-ferry-${unique()}`
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '先到的', body: '正文。', category: '本地' })
  await editor.field('地址名').fill(slug)
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  expect(await editor.address()).toContain(`/${slug}.html`)

  await editor.openNew()
  await editor.write({ headline: '后来的', body: '正文。', category: '本地' })
  await editor.field('地址名').fill(slug)
  await editor.publish()
  await expect(editor.state).toContainText('已经用过')
  await expect(editor.headline).toHaveValue('后来的')
})

test('an article without a headline is refused with a sentence, and the words stay', async ({ desk }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '', body: '有正文，没有标题。', category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText('稿件没有标题')
  await expect(editor.source).toHaveValue('有正文，没有标题。')
})
