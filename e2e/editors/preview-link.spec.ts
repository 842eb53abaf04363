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
  expect(portal.said()).not.toContain(pathname.split('/')[2])
  // What is no secret is the newspaper's own.
  expect((await request.get('/preview/about.html')).status()).toBe(404)
  await context.close()
})
