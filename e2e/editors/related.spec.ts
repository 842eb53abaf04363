import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { RelatedPage } from '../pages/related-page'
import { expect, test } from '../test'

async function published(desk: Page, headline: string, body: string): Promise<{ id: string; path: string }> {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline, body, category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  return { id: editor.id, path: new URL(await editor.address()).pathname }
}

test('an editor corrects by keys alone what the machine put together, and readers see it with the next request', async ({
  desk,
  request,
}) => {
  test.slow()
  // Not on the water twice: the other browser of this run publishes too.
  const river = `澜${Date.now().toString(36)}江`
  const one = await published(
    desk,
    `${river}上游水位超警戒 沿江三区启动二级响应`,
    `${river}上游石门站水位14时涨至31.4米，超警戒水位0.4米。市防汛指挥部决定，沿江的柳浦、江北、青桥三区自15时起启动防汛二级应急响应，低洼地带居民今晚前转移。`,
  )
  const two = await published(
    desk,
    `${river}水位超警 三区启动二级应急响应`,
    `记者从市防汛指挥部获悉，今天14时${river}石门站水位达31.4米，超过警戒线0.4米。柳浦、江北、青桥三区从15时起进入防汛二级应急响应，低洼处的居民要在今晚以前转移。`,
  )
  const read = async (path: string) => (await request.get(path)).text()
  expect(await read(one.path)).toContain(`href="${two.path}"`)
  expect(await read('/category/bendi.html')).toContain(`href="${two.path}#twins"`)

  await desk.goto(`/admin/articles/${one.id}`)
  await desk.getByRole('link', { name: '相关与线索' }).click()
  await desk.waitForURL(`**/admin/articles/${one.id}/related`)
  const page = new RelatedPage(desk)
  await expect(page.part('同题报道').getByRole('listitem')).toHaveCount(1)
  await page.press(`不是同题：${river}水位超警 三区启动二级应急响应`)
  await expect(page.answer).toContainText('不是同题')
  await expect(page.part('编辑排除').getByRole('listitem')).toHaveCount(1)
  for (const path of [one.path, two.path]) expect(await read(path)).not.toContain('id="twins"')
  expect(await read(one.path)).toContain('id="story-line"')
  expect(await read('/category/bendi.html')).not.toContain(`href="${two.path}#twins"`)

  await page.press('分出去，自成一线')
  await expect(page.answer).toContainText('已分出去')
  expect(await read(two.path)).not.toContain('id="story-line"')

  await page.find(`${river}水位超警`)
  await page.press(`并入它的线索：${river}水位超警 三区启动二级应急响应`)
  await expect(page.answer).toContainText('已并入那条线索')
  await expect(page.part(/前情/)).toContainText('定在这里')
  expect(await read(two.path)).toContain('id="story-line"')

  await desk.goto(`/admin/articles/${one.id}/versions`)
  await expect(desk.getByText(`并入第 ${two.id} 号稿件的线索`)).toBeVisible()
})
