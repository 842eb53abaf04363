import { desk as english } from '../../messages/en/desk'
import { administrator, startPortal } from '../portal'
import { expect, signIn, test } from '../test'

test('a chief changes the newspaper’s language, for readers and at the desk, and back', async ({ browser }) => {
  const portal = await startPortal()
  const context = await browser.newContext({ baseURL: portal.url })
  const page = await context.newPage()
  await signIn(page, administrator)
  await page.goto('/admin/settings')
  await page.getByLabel('语言').selectOption('English')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText('已保存')).toBeVisible()

  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('link', { name: 'Home', exact: true }).first()).toBeVisible()
  await page.goto('/admin/settings')
  await expect(page.getByRole('heading', { level: 1, name: english.settings.title })).toBeVisible()

  await page.getByLabel(english.settings.language).selectOption('zh-CN')
  await page.getByRole('button', { name: english.settings.save }).click()
  await expect(page.getByText(english.saved)).toBeVisible()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans-CN')
  await context.close()
  await portal.stop()
})
