import { expect, signIn, test } from '../test'
import { EditorPage } from '../pages/editor-page'
import { administrator } from '../portal'

test('a save based on an older version is refused with both texts shown, and nothing is lost', async ({
  desk,
  browser,
  portal,
  viewport,
}) => {
  const first = new EditorPage(desk)
  await first.openNew()
  await first.write({ headline: '两个人同时改', body: '原来的正文。', category: '本地' })
  await first.save()
  await expect(first.state).toContainText('已保存')

  const context = await browser.newContext({ baseURL: portal.url, viewport })
  const page = await context.newPage()
  await signIn(page, administrator)
  const second = new EditorPage(page)
  await second.open(first.id)
  await second.body.fill('第二个人的正文。')
  await second.save()
  await expect(second.state).toContainText('已保存')

  await first.body.fill('第一个人的正文。')
  await first.save()
  await expect(first.state).toContainText('同事先存了一版')
  await expect(first.source).toHaveValue('第一个人的正文。')
  const both = desk
    .getByRole('group', { name: /同事先存了一版/ })
    .or(desk.getByRole('region', { name: /同事先存了一版/ }))
  await expect(both).toContainText('第二个人')
  await expect(both).toContainText('第一个人')

  await desk.getByRole('button', { name: '以我的为准再存' }).click()
  await expect(first.state).toContainText('已保存')
  await second.open(first.id)
  await expect(second.source).toHaveValue('第一个人的正文。')
  await context.close()
})
