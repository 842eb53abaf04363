import { CorrectPage } from '../pages/correct-page'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

test('a correction stands in the article, on the front, in the list and in feeds with the next request', async ({
  desk,
  request,
  page,
}) => {
  const editor = new EditorPage(desk)
  const headline = `东侧主墩停工 ${Date.now().toString(36)}`
  await editor.openNew()
  await editor.write({ headline, body: '停工79天。', category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const { id } = editor
  const path = new URL(await editor.address()).pathname
  // Readers have been at all of it: what is kept is dropped with the correction.
  for (const address of ['/', path, '/corrections', '/feed.atom']) await request.get(address)
  await desk.goto(`/admin/articles/${id}`)
  await desk.getByRole('link', { name: '更正……' }).click()
  await desk.waitForURL('**/correct')

  const correcting = new CorrectPage(desk)
  await correcting.open(id)
  await correcting.text.fill('　')
  await correcting.publish()
  await expect(correcting.answer).toContainText('哪里错了')
  await correcting.text.fill('停工79天应为97天，已改正。')
  await correcting.publish()
  await desk.waitForURL(`**/admin/articles/${id}`)

  await page.goto(path)
  await page.getByRole('link', { name: '见文末' }).click()
  await expect(page.getByRole('region', { name: /^更正/ })).toContainText('停工79天应为97天，已改正。')
  await page.goto('/')
  await expect(page.getByRole('region', { name: '更正与说明' })).toContainText(headline)
  await page.getByRole('contentinfo').getByRole('link', { name: '更正与说明' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: headline })).toContainText('停工79天应为97天')
  expect(await (await request.get('/feed.atom')).text()).toContain('停工79天应为97天')
})
