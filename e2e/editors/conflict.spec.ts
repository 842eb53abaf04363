import type { Page } from 'playwright/test'
import { ConflictPanel } from '../pages/conflict-panel'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

const body = '第一段。\n\n“原来的话。”家住西岸的人说。\n\n第三段。\n\n第四段。\n\n第五段。'

/** Two people have changed the headline and the second paragraph, and each something of their own. */
async function disagree(desk: Page, colleague: Page) {
  const [mine, theirs] = [new EditorPage(desk), new EditorPage(colleague)]
  await mine.openNew()
  await mine.write({ headline: '渡口停航', body, category: '本地' })
  await mine.save()
  await expect(mine.state).toContainText('版本 1')
  await theirs.open(mine.id)
  await theirs.headline.fill('渡口今晨停航')
  await theirs.writeSource(body.replace('原来的话', '她写的话').replace('第五段。', '第五段，她补的。'))
  await theirs.standfirst.fill('她写的导语。')
  await theirs.save()
  await expect(theirs.state).toContainText('已保存')
  await mine.writeSource(body.replace('原来的话', '我写的话').replace('第三段。', '第三段，我补的。'))
  await mine.headline.fill('渡口首日停航')
  await expect(mine.state).toContainText('先存了一版，请合并')
  return { mine, theirs, conflict: new ConflictPanel(desk) }
}

test('two versions are put together by keys alone, and what will stand is seen beside both', async ({
  desk,
  colleague,
}) => {
  const { mine, conflict } = await disagree(desk, colleague)
  // Whoever types on is not interrupted: what they type chooses nothing.
  await expect(mine.headline).toBeFocused()
  await desk.keyboard.type('n123')
  await expect(mine.headline).toHaveValue('渡口首日停航n123')
  await expect(conflict.merge).toBeDisabled()
  await expect(conflict.said).toContainText('选了 0 处，还剩 2 处')
  for (let count = 0; count < 4; count++) await desk.keyboard.press('Backspace')
  await desk.keyboard.press('Control+Enter')
  await expect(conflict.panel).toBeVisible()

  await desk.getByRole('button', { name: '去合并' }).click()
  await expect(conflict.panel).toBeFocused()
  await expect(conflict.result('导语')).toContainText('她写的导语。')
  await expect(conflict.panel.locator('.quiet').filter({ hasText: '第三段，我补的。' })).toHaveCount(1)
  await expect(conflict.panel).not.toContainText('第四段。')
  await conflict.panel.getByRole('button', { name: '展开 1 段' }).last().press('Enter')
  await expect(conflict.panel).toContainText('第四段。')

  await desk.keyboard.press('n')
  await expect(conflict.place('标题')).toBeFocused()
  await desk.keyboard.press('1')
  await expect(conflict.result('标题')).toContainText('渡口今晨停航')
  await expect(conflict.place('标题').getByRole('radio', { name: '用对方的' })).toBeChecked()
  await desk.keyboard.press('2')
  await expect(conflict.result('标题')).toContainText('渡口首日停航')
  // A headline is one: both cannot stand.
  await desk.keyboard.press('3')
  await expect(conflict.result('标题')).toContainText('用你的')
  await desk.keyboard.press('n')
  await expect(conflict.place('正文第 1 处')).toBeFocused()
  await expect(conflict.result('正文第 1 处')).toContainText('先核录音')
  // A word that is being composed is not a key.
  await conflict.place('正文第 1 处').dispatchEvent('keydown', { key: '1', isComposing: true, bubbles: true })
  await expect(conflict.said).toContainText('还剩 1 处')
  await desk.keyboard.press('3')
  await expect(conflict.result('正文第 1 处')).toContainText('她写的话')
  await expect(conflict.result('正文第 1 处')).toContainText('我写的话')
  await expect(conflict.merge).toBeEnabled()
  await desk.keyboard.press('Control+Enter')
  await expect(mine.state).toContainText('已保存')
  await expect(conflict.panel).toHaveCount(0)
  await expect(mine.headline).toBeFocused()
  await expect(mine.headline).toHaveValue('渡口首日停航')
  await expect(mine.standfirst).toHaveValue('她写的导语。')
  await expect(mine.source).toHaveValue(
    '第一段。\n\n“她写的话。”家住西岸的人说。\n\n“我写的话。”家住西岸的人说。\n\n第三段，我补的。\n\n第四段。\n\n第五段，她补的。',
  )
})

test('what was chosen is written over by hand, in the column of what will stand', async ({ desk, colleague }) => {
  const { mine, conflict } = await disagree(desk, colleague)
  await conflict.place('标题').getByRole('radio', { name: '用对方的' }).check()
  await conflict.place('标题').getByRole('button', { name: '改' }).click()
  const own = conflict.place('标题').getByRole('textbox')
  await expect(own).toBeFocused()
  await expect(own).toHaveValue('渡口今晨停航')
  await own.press('End')
  await desk.keyboard.type('，首日 1 班')
  await expect(own).toHaveValue('渡口今晨停航，首日 1 班')
  await conflict.place('正文第 1 处').getByRole('button', { name: '用对方的' }).click()
  await expect(conflict.place('正文第 1 处').getByRole('radio', { name: '用对方的' })).toBeFocused()
  await own.press('Control+Enter')
  await expect(mine.state).toContainText('已保存')
  await expect(mine.headline).toHaveValue('渡口今晨停航，首日 1 班')
  await expect(mine.source).toHaveValue(/“她写的话。”/)
})
