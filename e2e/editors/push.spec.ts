import { ask } from '../ask'
import { expect, test } from '../test'

test('an administrator has search engines told of addresses, and sees what became of it', async ({ desk, portal }) => {
  await desk.goto('/admin/settings')
  await desk.getByRole('link', { name: '告诉搜索引擎' }).click()
  await expect(desk.getByText('IndexNow：没有告诉')).toBeVisible()
  await desk.getByRole('button', { name: '开始告诉IndexNow' }).click()
  const shown = await desk.getByRole('textbox', { name: '登密钥的地址' }).inputValue()
  const { pathname } = new URL(shown)
  const key = await ask(portal.url, pathname)
  expect([key.status, `/${key.body}.txt`]).toEqual([200, pathname])
  await desk.getByRole('button', { name: '不再告诉IndexNow' }).click()
  await expect(desk.getByText('IndexNow：没有告诉')).toBeVisible()
  expect((await ask(portal.url, pathname)).status).toBe(404)

  const token = desk.getByLabel('准入密钥', { exact: true })
  await token.fill('不是密钥')
  await desk.getByRole('button', { name: '存下密钥' }).click()
  await expect(desk.getByText('百度的准入密钥只由字母')).toBeVisible()
  await token.fill('Tangzhou-2026_token')
  await desk.getByRole('button', { name: '存下密钥' }).click()
  await expect(desk.getByText('百度：正在告诉')).toBeVisible()
  await desk.reload()
  expect(await desk.content()).not.toContain('Tangzhou-2026_token')
  await desk.getByRole('button', { name: '不再告诉百度' }).click()
  await expect(desk.getByText('百度：正在告诉')).toBeHidden()
})
