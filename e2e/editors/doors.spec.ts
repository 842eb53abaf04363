import { expect, signIn, test } from '../test'
import { JoinPage } from '../pages/join-page'
import { StaffPage } from '../pages/staff-page'
import { startPortal } from '../portal'

test('the printed link makes the first administrator, once', async ({ page, browser, viewport }) => {
  const portal = await startPortal({ demo: false, withAdministrator: false })
  try {
    const link = /http:\/\/\S+\/admin\/join\/\S+/.exec(portal.said())?.[0] ?? ''
    const account = { name: '程既白', email: 'jibai@example.org', password: 'a long enough password' }
    await new JoinPage(page).join(link, account)
    await expect(page.getByText('还没有稿件').first()).toBeVisible()

    const stranger = await (await browser.newContext({ viewport })).newPage()
    await stranger.goto(link)
    await expect(stranger.getByText('这个链接已经用过或过期了')).toBeVisible()

    await page.goto(portal.url)
    await expect(page.getByRole('heading', { name: '今天的版面还空着' })).toBeVisible()
  } finally {
    await portal.stop()
  }
})

test('a reporter writes but does not publish, and cannot reach what is not a reporter’s', async ({
  desk,
  browser,
  portal,
  viewport,
  request,
}, { project }) => {
  const link = await new StaffPage(desk).invite('reporter')
  const context = await browser.newContext({ baseURL: portal.url, viewport })
  const page = await context.newPage()
  const account = {
    name: '陆小满',
    email: `xiaoman-${project.name}@example.org`,
    password: 'a reporter’s password',
  }
  await new JoinPage(page).join(link, account)
  await expect(page.getByText('还没有稿件').first()).toBeVisible()
  await page.goto('/admin/articles/1')
  await expect(page.getByText('记者只能改自己的稿件')).toBeVisible()
  await page.goto('/admin/articles/new')
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '发布' })).toHaveCount(0)
  for (const path of [
    '/admin/staff',
    '/admin/partners',
    '/admin/settings',
    '/admin/settings/push',
    '/admin/categories',
  ]) {
    await page.goto(path)
    await expect(page.getByText('不能做这件事')).toBeVisible()
  }
  expect((await request.get('/admin/articles', { maxRedirects: 0 })).status()).toBe(307)
  await context.close()
})

test('wrong passwords are counted for an account and a network, across a restart', async ({ page }) => {
  test.slow()
  const first = await startPortal({ demo: false })
  const tryOnce = async (url: string) => {
    await page.goto(`${url}/admin/sign-in`)
    await page.getByLabel('邮箱').fill('chief@example.org')
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    const alert = page.getByText(/邮箱或密码不对|试得太多了/)
    await expect(alert).toBeVisible()
    return alert.textContent()
  }
  for (let count = 0; count < 10; count++) expect(await tryOnce(first.url)).toContain('不对')
  expect(await tryOnce(first.url)).toContain('试得太多了')
  const again = await startPortal({ demo: false, dataDir: first.dataDir })
  expect(await tryOnce(again.url)).toContain('试得太多了')
  await again.stop()
  await first.stop()
})

test('signing out ends the session for good', async ({ browser, portal, viewport }) => {
  const context = await browser.newContext({ baseURL: portal.url, viewport })
  const page = await context.newPage()
  await signIn(page, { email: 'chief@example.org', password: 'a long enough password' })
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.goto('/admin/articles')
  const more = page.getByText('更多', { exact: true })
  if (await more.isVisible()) await more.click()
  await page.getByRole('button', { name: '退出' }).filter({ visible: true }).click()
  await page.waitForURL('**/admin/sign-in')
  if (cookie) await context.addCookies([cookie])
  await page.goto('/admin/articles')
  await expect(page).toHaveURL(/sign-in/)
  await context.close()
})
