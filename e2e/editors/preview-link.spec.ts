import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

test('a stranger with the link sees the newest draft until the link is taken back', async ({
  desk,
  browser,
  portal,
  request,
}) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '还没见报', body: '第一稿。', category: '本地' })
  await editor.save()
  await expect(editor.state).toContainText('版本 1')
  const { id } = editor
  await desk.goto(`/admin/articles/${id}/preview`)
  await desk.getByText('给没有账号的人看').click()
  await desk.getByRole('button', { name: '生成链接' }).click()
  const address = await desk.getByRole('textbox', { name: '预览链接' }).inputValue()
  expect(address).toMatch(/\/preview\/[\w-]{43}$/)
  const { pathname } = new URL(address)

  const context = await browser.newContext({ baseURL: portal.url })
  const stranger = await context.newPage()
  const answer = await stranger.goto(pathname)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  })
  const html = (await answer?.text()) ?? ''
  expect(html).toMatch(/<meta name="robots" content="noindex, nofollow"/)
  expect(html).not.toContain('<script')
  expect(html).not.toContain(pathname.split('/')[2])
  await expect(stranger.getByText('草稿，请勿转发')).toBeVisible()
  await expect(stranger.getByText('第一稿。')).toBeVisible()
  expect(await context.cookies()).toEqual([])

  await editor.open(id)
  await editor.writeSource('第二稿。')
  await editor.save()
  await expect(editor.state).toContainText('版本 2')
  await stranger.reload()
  await expect(stranger.getByText('第二稿。')).toBeVisible()

  await desk.goto(`/admin/articles/${id}/preview`)
  await desk.getByText('给没有账号的人看').click()
  await desk.getByRole('button', { name: /^收回/ }).click()
  await expect(desk.getByText('收回了，这个链接从现在起打不开。')).toBeVisible()
  await expect(desk.getByText('现在没有有效的链接。')).toBeVisible()
  const revoked = await request.get(pathname)
  const unknown = await request.get(`/preview/${'a'.repeat(43)}`)
  expect([revoked.status(), unknown.status()]).toEqual([404, 404])
  // Nobody is told whether there ever was one.
  expect(await revoked.text()).toBe(await unknown.text())
  // Nothing is shown there: it is a reader's page like any other, in the look that the reader has chosen.
  expect(await revoked.text()).toContain('<script src="/reader.js">')
  expect(revoked.headers()).toMatchObject({ 'cache-control': 'private, no-store' })
  expect(portal.said()).not.toContain(pathname.split('/')[2])
  // What is no secret is the newspaper's own.
  const ordinary = await request.get('/preview/about.html')
  expect(ordinary.status()).toBe(404)
  expect(await ordinary.text()).toContain('<script src="/reader.js">')
  await context.close()
})

test('a reporter takes back what they had shown, also once readers see the article', async ({
  desk,
  browser,
  portal,
  viewport,
  request,
}, { project }) => {
  await desk.goto('/admin/staff')
  await desk.getByLabel('加入后的角色').selectOption('reporter')
  await desk.getByRole('button', { name: '生成链接' }).click()
  const door = await desk.getByRole('textbox', { name: '一次性链接' }).inputValue()
  const context = await browser.newContext({ baseURL: portal.url, viewport, locale: 'zh-CN' })
  const reporter = await context.newPage()
  await reporter.goto(door)
  await reporter.getByLabel('姓名').fill('顾一苇')
  await reporter.getByLabel('邮箱').fill(`yiwei-${project.name}@example.org`)
  await reporter.getByLabel('密码').fill('a reporter’s password')
  await reporter.getByRole('button', { name: '加入' }).click()
  await reporter.waitForURL('**/admin/articles')
  const editor = new EditorPage(reporter)
  await editor.openNew()
  await editor.write({ headline: '记者给人看过', body: '第一稿。', category: '本地' })
  await editor.save()
  await expect(editor.state).toContainText('版本 1')
  const room = `/admin/articles/${editor.id}/preview`
  const share = async (page: typeof desk) => {
    await page.goto(room)
    await page.getByText('给没有账号的人看').click()
    await page.getByRole('button', { name: '生成链接' }).click()
    return new URL(await page.getByRole('textbox', { name: '预览链接' }).inputValue()).pathname
  }
  const own = await share(reporter)
  const editors = await share(desk)
  const published = new EditorPage(desk)
  await published.open(editor.id)
  await published.publish()
  await expect(published.state).toContainText('已发布')

  await reporter.goto(room)
  await reporter.getByText('给没有账号的人看').click()
  await expect(reporter.getByRole('button', { name: '生成链接' })).toHaveCount(0)
  // What an editor gave away is the editor's.
  const revoke = reporter.getByRole('button', { name: /^收回/ })
  await expect(revoke).toHaveCount(1)
  await revoke.click()
  await expect(reporter.getByText('收回了，这个链接从现在起打不开。')).toBeVisible()
  expect([(await request.get(own)).status(), (await request.get(editors)).status()]).toEqual([404, 200])
  await context.close()
})
