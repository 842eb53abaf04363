import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EditorPage } from '../pages/editor-page'
import { administrator, startPortal } from '../portal'
import { expect, signIn, test } from '../test'

test('what is typed is saved by itself, and readers see nothing of it', async ({ desk, request }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '自己会存', body: '第一句。', category: '本地' })
  await expect(editor.state).toContainText('已保存')
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const address = new URL(await editor.address()).pathname
  await editor.body.fill('第一句。第二句。')
  await expect(editor.state).toContainText('有改动，还没保存')
  await expect(editor.state).toContainText(/已保存 .* 版本 [2-9]/)
  await expect(editor.body).toBeFocused()
  expect(await (await request.get(address)).text()).not.toContain('第二句')
  await desk.reload()
  await expect(editor.source).toHaveValue('第一句。第二句。')
})

test('who is offline for a while goes on writing, is told where the words are, and has them saved afterwards', async ({
  desk,
}) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '离线也写', body: '第一句。', category: '本地' })
  await expect(editor.state).toContainText('已保存')
  await desk.context().setOffline(true)
  await editor.body.fill('第一句。离线写的。')
  await expect(editor.state).toContainText('已存于本机')
  await editor.body.fill('第一句。离线写的。又写了一句。')
  await expect(editor.state).toContainText('已存于本机')
  await desk.context().setOffline(false)
  await expect(editor.state).toContainText(/已保存/, { timeout: 15_000 })
  await desk.reload()
  await expect(editor.source).toHaveValue('第一句。离线写的。又写了一句。')
})

test('a tab that is killed leaves its words on the machine, and the next one goes on with them', async ({ desk }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '标签页没了', body: '第一句。', category: '本地' })
  await expect(editor.state).toContainText('已保存')
  const { id } = editor
  await desk.context().setOffline(true)
  await editor.body.fill('第一句。没来得及存的一句。')
  await expect(editor.state).toContainText('已存于本机')
  const next = await desk.context().newPage()
  await desk.close({ runBeforeUnload: false })
  await next.context().setOffline(false)
  const again = new EditorPage(next)
  await again.open(id)
  await expect(next.getByText('找回了这台机器上没存完的字')).toBeVisible()
  await expect(again.source).toHaveValue('第一句。没来得及存的一句。')
  await expect(again.state).toContainText('已保存')
})

test('a server that dies in the middle of a save costs no word', async ({ browser, viewport }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dibao-e2e-'))
  let portal = await startPortal({ dataDir })
  const context = await browser.newContext({ baseURL: portal.url, viewport })
  try {
    const page = await context.newPage()
    await signIn(page, administrator)
    const editor = new EditorPage(page)
    await editor.openNew()
    await editor.write({ headline: '服务器没了', body: '第一句。', category: '本地' })
    await expect(editor.state).toContainText('已保存')
    await editor.body.fill('第一句。正在存的一句。')
    await editor.save()
    await portal.stop('SIGKILL')
    await editor.body.fill('第一句。正在存的一句。服务器不在时写的。')
    await expect(editor.state).toContainText('已存于本机')
    portal = await startPortal({ dataDir, port: Number(new URL(portal.url).port) })
    await expect(editor.state).toContainText('已保存', { timeout: 40_000 })
    await page.reload()
    await expect(editor.source).toHaveValue('第一句。正在存的一句。服务器不在时写的。')
  } finally {
    await context.close()
    await portal.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
