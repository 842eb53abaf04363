import { EditorPage } from '../pages/editor-page'
import { JoinPage } from '../pages/join-page'
import { PreviewPage } from '../pages/preview-page'
import { StaffPage } from '../pages/staff-page'
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
  const preview = new PreviewPage(desk)
  const pathname = await preview.share(id)
  expect(pathname).toMatch(/^\/preview\/[\w-]{43}$/)

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

  await preview.openLinks(id)
  await preview.revoke.click()
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
  const door = await new StaffPage(desk).invite('reporter')
  const context = await browser.newContext({ baseURL: portal.url, viewport, locale: 'zh-CN' })
  const reporter = await context.newPage()
  const account = { name: '顾一苇', email: `yiwei-${project.name}@example.org`, password: 'a reporter’s password' }
  await new JoinPage(reporter).join(door, account)
  const editor = new EditorPage(reporter)
  await editor.openNew()
  await editor.write({ headline: '记者给人看过', body: '第一稿。', category: '本地' })
  await editor.save()
  await expect(editor.state).toContainText('版本 1')
  const preview = new PreviewPage(reporter)
  const own = await preview.share(editor.id)
  const editors = await new PreviewPage(desk).share(editor.id)
  const published = new EditorPage(desk)
  await published.open(editor.id)
  await published.publish()
  await expect(published.state).toContainText('已发布')

  await preview.openLinks(editor.id)
  await expect(preview.make).toHaveCount(0)
  // What an editor gave away is the editor's.
  await expect(preview.revoke).toHaveCount(1)
  await preview.revoke.click()
  await expect(reporter.getByText('收回了，这个链接从现在起打不开。')).toBeVisible()
  expect([(await request.get(own)).status(), (await request.get(editors)).status()]).toEqual([404, 200])
  await context.close()
})
