import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

/** Two people with the same article open. */
async function openTwice(desk: Page, colleague: Page, copy: { headline: string; body: string }) {
  const [first, second] = [new EditorPage(desk), new EditorPage(colleague)]
  await first.openNew()
  await first.write({ ...copy, category: '本地' })
  await first.save()
  await expect(first.state).toContainText('已保存')
  await second.open(first.id)
  return { first, second }
}

test('what two people changed of one paragraph is chosen by a person, and nothing is lost', async ({
  desk,
  colleague,
}) => {
  const { first, second } = await openTwice(desk, colleague, {
    headline: '两个人同时改',
    body: '原来的正文。\n\n第二段没有人动。',
  })
  await second.writeSource('第二个人的正文。\n\n第二段没有人动。')
  await second.standfirst.fill('第二个人写的导语。')
  await expect(second.state).toContainText('已保存')

  await first.writeSource('第一个人的正文。\n\n第二段没有人动。')
  await expect(first.state).toContainText('先存了一版，请合并')
  await expect(first.source).toHaveValue('第一个人的正文。\n\n第二段没有人动。')
  const both = desk.getByRole('region', { name: /先存了一版/ })
  await expect(both).toContainText('第二个人的正文。')
  await expect(both).toContainText('第一个人的正文。')
  await expect(both).toContainText('原来的正文。')
  await expect(both).not.toContainText('第二段')
  const merge = both.getByRole('button', { name: /合并，存为版本/ })
  await expect(merge).toBeDisabled()
  await both.getByRole('button', { name: '都留' }).click()
  await merge.click()
  await expect(first.state).toContainText('已保存')
  await second.open(first.id)
  await expect(second.source).toHaveValue('第二个人的正文。\n\n第一个人的正文。\n\n第二段没有人动。')
  await expect(second.standfirst).toHaveValue('第二个人写的导语。')
})

test('changes of different places merge by themselves, without taking the caret', async ({ desk, colleague }) => {
  const { first, second } = await openTwice(desk, colleague, { headline: '各改各的', body: '第一段。\n\n第二段。' })
  await second.writeSource('第一段，第二个人补了一句。\n\n第二段。')
  await expect(second.state).toContainText('已保存')

  await first.body.getByText('第二段。').click()
  await desk.keyboard.press('End')
  await desk.keyboard.type('第一个人补了一句。')
  await expect(first.state).toContainText('已并入')
  await expect(first.body).toBeFocused()
  await expect(first.source).toHaveValue('第一段，第二个人补了一句。\n\n第二段。第一个人补了一句。')
  await second.open(first.id)
  await expect(second.source).toHaveValue('第一段，第二个人补了一句。\n\n第二段。第一个人补了一句。')
})
