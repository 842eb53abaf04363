import { EditorPage } from '../pages/editor-page'
import { pressUntil } from '../pages/press-until'
import { expect, test } from '../test'

test('somebody at the desk comes to the search by a key, finds a draft that no reader can, and what it once said', async ({
  desk,
  request,
  isMobile,
}) => {
  test.skip(isMobile, 'needs a keyboard')
  const word = `檀溪夜航${Date.now()}`
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: word, body: '先写船期。', category: '产业' })
  await editor.save()
  await expect(editor.state).toContainText('版本 1')
  await editor.write({ headline: word, body: '改写票价。' })
  await editor.save()
  await expect(editor.state).toContainText('版本 2')
  await desk.goto('/admin/articles')
  await pressUntil(desk, '/', () =>
    expect(desk.getByRole('search', { name: '查找' }).getByRole('searchbox')).toBeFocused({ timeout: 1000 }),
  )
  await desk.keyboard.type(word)
  await desk.keyboard.press('Enter')
  const hits = desk.getByRole('list', { name: '结果' }).getByRole('listitem')
  await expect(hits).toHaveCount(1)
  await expect(hits.getByRole('link')).toHaveAttribute('href', /\/admin\/articles\/\d+$/)
  expect(await (await request.get(`/search?q=${encodeURIComponent(word)}`)).text()).not.toContain('class="hits"><li>')

  await desk.goto(`/admin/search?q=${encodeURIComponent(`${word} 船期 谁:我`)}`)
  await expect(hits).toContainText(/第 \d+ 版有/)
  await hits.getByRole('link').click()
  await expect(desk.getByRole('region', { name: '比较' })).toBeVisible()
})
