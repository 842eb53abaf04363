import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { MovePage } from '../pages/move-page'
import { expect, test } from '../test'

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

async function published(desk: Page, headline: string): Promise<{ id: string; path: string }> {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline, body: '正文。', category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  return { id: editor.id, path: new URL(await editor.address()).pathname }
}

test('an article moves with the editor’s wish, and its old addresses lead there in one hop', async ({
  desk,
  request,
}) => {
  const mark = unique()
  const { id, path } = await published(desk, `渡口改了名字 ${mark}`)
  // Readers have been at both: what is kept of them is dropped with the move.
  const next = path.replace(`${id}.html`, `night-ferry-${mark}.html`)
  expect((await request.get(path)).status()).toBe(200)
  expect((await request.get(next)).status()).toBe(404)

  await desk.goto(`/admin/articles/${id}`)
  await desk.getByRole('link', { name: '改地址' }).click()
  await desk.waitForURL(`**/admin/articles/${id}/address`)
  const page = new MovePage(desk)
  await page.open(id)
  await expect(page.preview).toContainText(path)
  await page.slug.fill(`night-ferry-${mark}`)
  await expect(page.preview).toContainText(next)
  await expect(page.preview).toContainText(`旧地址 ${path} 永久跳转到新地址`)
  await page.move()
  await expect(page.answer).toContainText('移好了')
  await expect(page.ledger).toHaveCount(2)
  await expect(page.ledger.nth(0)).toContainText(next)
  await expect(page.ledger.nth(1)).toContainText(`${path}永久跳转到现在的地址`)
  expect(await desk.getByRole('textbox', { name: '新地址' }).inputValue()).toContain(next)

  const old = await request.get(path, { maxRedirects: 0 })
  expect([old.status(), old.headers().location]).toEqual([301, next])
  expect((await request.get(next, { maxRedirects: 0 })).status()).toBe(200)
  for (const list of ['/', '/category/bendi.html', '/feed.xml']) {
    const text = await (await request.get(list)).text()
    expect(text).toContain(next)
    expect(text).not.toContain(`${path}"`)
  }

  // On to a third name, on the version that the page has by now: both lead straight there.
  await page.slug.fill(`late-ferry-${mark}`)
  await page.move()
  await expect(page.ledger).toHaveCount(3)
  const third = path.replace(`${id}.html`, `late-ferry-${mark}.html`)
  for (const former of [path, next])
    expect((await request.get(former, { maxRedirects: 0 })).headers().location).toBe(third)

  // And back: no loop.
  await page.slug.fill('')
  await page.move()
  await expect(page.ledger.nth(0)).toContainText(path)
  await expect(page.ledger).toHaveCount(3)
  expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(200)
  for (const former of [next, third])
    expect((await request.get(former, { maxRedirects: 0 })).headers().location).toBe(path)
})

test('the time decides the day in the address and the place in the lists', async ({ desk, request }) => {
  const mark = unique()
  const { id, path } = await published(desk, `昨天的事 ${mark}`)
  const page = new MovePage(desk)
  await page.open(id)
  await page.time.fill('2020-02-29T08:30')
  await expect(page.preview).toContainText(`/bendi/2020/02/29/${id}.html`)
  await page.move()
  await expect(page.answer).toContainText('移好了')
  const answer = await request.get(path, { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([301, `/bendi/2020/02/29/${id}.html`])
  expect(await (await request.get(`/bendi/2020/02/29/${id}.html`)).text()).toContain('2020-02-29T08:30')
  expect(await (await request.get('/')).text()).not.toContain(mark)

  // Within its day it keeps the address.
  await page.time.fill('2020-02-29T09:30')
  await expect(page.preview).toContainText('地址不变')
  // The ledger looks as before: what tells that it is done is the answer.
  await Promise.all([desk.waitForResponse((response) => response.request().method() === 'POST'), page.move()])
  await expect(page.ledger).toHaveCount(2)
  expect(await (await request.get(`/bendi/2020/02/29/${id}.html`)).text()).toContain('2020-02-29T09:30')
})

test('what cannot be is refused in a sentence, and what was typed stays', async ({ desk }) => {
  const mark = unique()
  const first = await published(desk, `先到的 ${mark}`)
  const { id } = await published(desk, `后来的 ${mark}`)
  const page = new MovePage(desk)
  await page.open(id)
  for (const [slug, time, sentence] of [
    ['Not OK', null, '小写字母、数字和连字符，现在是“Not OK”'],
    [first.id, null, '已经用过'],
    ['', '', '没看懂发布时间'],
    ['', '2999-01-01T00:00', '发布时间还没有到'],
  ] as const) {
    await page.slug.fill(slug)
    if (time !== null) await page.time.fill(time)
    if (time === '' || slug === 'Not OK') await expect(page.preview).toContainText('才知道新地址')
    await page.move()
    await expect(page.answer).toContainText(sentence)
    await expect(page.slug).toHaveValue(slug)
    await expect(time === null ? page.slug : page.time).toHaveAttribute('aria-invalid', 'true')
  }
  await page.open(id)
  await page.move()
  await expect(page.answer).toContainText('没有什么可移的')
  await expect(page.ledger).toHaveCount(1)
})

test('nothing moves while the desk is ahead of readers, nor over somebody else’s save', async ({ desk, request }) => {
  const mark = unique()
  const { id, path } = await published(desk, `还在改 ${mark}`)
  const page = new MovePage(desk)
  await page.open(id)
  await page.slug.fill(`ahead-${mark}`)

  const colleague = await desk.context().newPage()
  const editor = new EditorPage(colleague)
  await editor.open(id)
  await editor.body.fill('改了一半。')
  await editor.save()
  await expect(editor.state).toContainText('已保存')

  await page.move()
  await expect(page.answer).toContainText('先改了这篇稿件')
  await page.open(id)
  await expect(desk.getByText('稿件有改动还没给读者看到')).toBeVisible()
  await page.slug.fill(`ahead-${mark}`)
  await page.move()
  await expect(page.answer).toContainText('先再次发布')
  expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(200)

  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  await page.open(id)
  await page.slug.fill(`ahead-${mark}`)
  await page.move()
  await expect(page.answer).toContainText('移好了')
  expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(301)
})

test('a draft has no address to move, a killed article keeps all of its', async ({ desk, request }) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `草稿 ${mark}`, body: '正文。', category: '本地' })
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  await expect(desk.getByRole('link', { name: '改地址' })).toHaveCount(0)
  await desk.goto(`/admin/articles/${editor.id}/address`)
  await expect(desk.getByText('稿件还没有发布')).toBeVisible()

  const { id, path } = await published(desk, `将要撤回 ${mark}`)
  const page = new MovePage(desk)
  await page.open(id)
  await page.slug.fill(`gone-${mark}`)
  await page.move()
  await expect(page.answer).toContainText('移好了')
  await desk.goto(`/admin/articles/${id}/kill`)
  await desk.getByRole('textbox', { name: /给读者的话/ }).fill('不能成立。')
  await desk.getByRole('button', { name: /撤稿，立即生效/ }).click()
  await desk.waitForURL(`**/admin/articles/${id}`)
  for (const former of [path, path.replace(`${id}.html`, `gone-${mark}.html`)]) {
    const answer = await request.get(former, { maxRedirects: 0 })
    expect(answer.status()).toBe(410)
    expect(await answer.text()).toContain('不能成立。')
  }
  await desk.goto(`/admin/articles/${id}/address`)
  await expect(desk.getByText('稿件已经撤回')).toBeVisible()
})

test('it is done with the keyboard alone', async ({ desk }) => {
  const mark = unique()
  const { id, path } = await published(desk, `只用键盘 ${mark}`)
  const page = new MovePage(desk)
  await page.open(id)
  await page.slug.focus()
  await desk.keyboard.type(`keys-${mark}`)
  await desk.keyboard.press('Enter')
  await expect(page.answer).toContainText('移好了')
  await expect(page.ledger.nth(0)).toContainText(path.replace(`${id}.html`, `keys-${mark}.html`))
})
