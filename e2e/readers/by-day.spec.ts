import { expect, test } from '../test'

test('a reader finds the newspaper of another day by the calendar, without scripts', async ({ browser, portal }) => {
  const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: '按日查稿' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\d+月$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d{4}年\d+月$/)
  await page.getByRole('main').getByRole('link', { name: /星期/ }).first().click()
  await expect(page).toHaveURL(/\/archive\/\d{4}\/\d{2}\/\d{2}$/)
  const calendar = page.getByRole('complementary', { name: '选择日子' })
  await expect(calendar.locator('[aria-current="date"]')).toHaveCount(1)
  const before = page.getByRole('link', { name: /^前一天/ })
  const path = await before.getAttribute('href')
  await before.click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await context.close()
})

test('a reader narrows the categories by initials, and an empty day is a notice', async ({ page }) => {
  await page.goto('/categories')
  await page.getByRole('searchbox', { name: '筛选栏目' }).fill('CY')
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page.getByRole('status')).toContainText('有1个栏目符合“cy”')
  await expect(page.getByRole('main').getByRole('link', { name: '产业' })).toBeVisible()
  const empty = await page.goto('/archive/1999/01/01')
  expect(empty?.status()).toBe(404)
  await expect(page.getByRole('navigation', { name: '按日查稿' }).getByRole('link').first()).toBeVisible()
})

test('a list has one address: written as a folder it leads there', async ({ page, request }) => {
  await page.goto('/archive')
  const month = await page
    .getByRole('main')
    .getByRole('link', { name: /^\d+月$/ })
    .first()
    .getAttribute('href')
  for (const path of ['/flash', '/categories', '/search', '/archive', `${month}`])
    for (const variant of ['', '/large']) {
      const told = await request.get(`${variant}${path}/`, { maxRedirects: 0 })
      expect([told.status(), told.headers().location], path).toEqual([301, `${variant}${path}`])
    }
  expect((await request.get('/archive/1999/01/', { maxRedirects: 0 })).status()).toBe(404)
})

test('the open running wire tells of newer flashes, and of nothing else', async ({ page }) => {
  await page.clock.install()
  await page.goto('/flash')
  const at = Date.now() + 60_000
  const one = (id: number, kind: string) => ({ id, at, category: 'bendi', kind })
  await page.route('**/newest.json', (route) => route.fulfill({ json: [one(900_001, 'story'), one(900_002, 'flash')] }))
  await page.clock.runFor(61_000)
  await expect(page.getByRole('main').getByRole('status').getByRole('link')).toHaveText('有1条新消息')
})
