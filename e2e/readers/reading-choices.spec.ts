import type { Page } from 'playwright/test'
import { expect, test } from '../test'
import { articlePaths } from '../pages/portal-pages'

/** What the document wore when its body began, before anything of it was painted. */
async function noteFirstLook(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.body) return
      const { theme = '', size = '' } = document.documentElement.dataset
      Object.assign(window, { firstLook: `${theme} ${size}`.trim() })
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
}

const firstLook = (page: Page) => page.evaluate(() => (window as unknown as { firstLook: string }).firstLook)
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const dark = 'rgb(22, 21, 17)'
const light = 'rgb(250, 247, 240)'

test('a reader’s theme and size are kept, and are there before the first paint', async ({ page, context }) => {
  await noteFirstLook(page)
  await page.goto('/')
  expect(await firstLook(page)).toBe('')
  const choices = page.getByRole('region', { name: '阅读方式' })
  await choices.getByRole('button', { name: '深色' }).click()
  await choices.getByRole('button', { name: '大字' }).click()
  await expect(choices.getByRole('button', { name: '深色' })).toHaveAttribute('aria-pressed', 'true')
  await expect(choices.getByRole('button', { name: '跟随系统' })).toHaveAttribute('aria-pressed', 'false')
  expect(await paper(page)).toBe(dark)

  await page.goto('/categories')
  expect(await firstLook(page)).toBe('dark large')
  expect(await paper(page)).toBe(dark)
  await expect(choices.getByRole('button', { name: '大字' })).toHaveAttribute('aria-pressed', 'true')
  expect(await context.cookies()).toEqual([])
})

test('a choice is heard in every other tab', async ({ page, context }) => {
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/categories')
  await page.getByRole('region', { name: '阅读方式' }).getByRole('button', { name: '深色' }).click()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('region', { name: '阅读方式' }).getByRole('button', { name: '跟随系统' }).click()
  await expect(other.locator('html')).not.toHaveAttribute('data-theme')
})

test('on paper every theme is ink on white, and large print stays large', async ({ page, request }) => {
  await page.goto((await articlePaths(request))[0] ?? '')
  const choices = page.getByRole('region', { name: '阅读方式' })
  const size = () => page.locator('.body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize))
  for (const theme of ['跟随系统', '浅色', '深色']) {
    await choices.getByRole('button', { name: theme }).click()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await paper(page), theme).toBe('rgb(255, 255, 255)')
    expect(await size()).toBeLessThan(16)
    await page.emulateMedia({ media: 'screen' })
  }
  await choices.getByRole('button', { name: '大字' }).click()
  await page.emulateMedia({ media: 'print' })
  expect(await size()).toBeGreaterThanOrEqual(24)
})

test('the day bar turns dark on and off, and back at the system’s theme follows it again', async ({ page }) => {
  await page.goto('/')
  const button = page.getByRole('banner').getByRole('button', { name: '深色' })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  expect(await paper(page)).toBe(dark)
  await button.click()
  expect(await paper(page)).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  expect(await paper(page)).toBe(dark)
})

test('large print changes the page in place, and the keyboard keeps its place', async ({ page }) => {
  await page.goto('/')
  const bar = page.getByRole('banner')
  await bar.getByRole('link', { name: '大字版' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  await expect(bar.getByRole('link', { name: '标准版' })).toBeFocused()
  expect(new URL(page.url()).pathname).toBe('/')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).not.toHaveAttribute('data-size')
  await expect(bar.getByRole('link', { name: '大字版' })).toBeFocused()
})

test('without scripts large print is a link there and back, and no control stands that does nothing', async ({
  browser,
  portal,
}) => {
  const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/categories')
  // The search is a form, and needs none.
  await expect(page.getByRole('button').and(page.locator(':not(form *)'))).toHaveCount(0)
  for (const part of [page.getByRole('banner'), page.getByRole('contentinfo')]) {
    await expect(part.getByRole('link', { name: '大字版' })).toHaveAttribute('href', '/large/categories')
    await expect(part.getByRole('link', { name: '标准版' })).toBeHidden()
  }
  await page.getByRole('banner').getByRole('link', { name: '大字版' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  await page.getByRole('banner').getByRole('link', { name: '标准版' }).click()
  await expect(page).toHaveURL('/categories')
  await context.close()
})

test('the large edition leads back to the plain address, where the choice is standard again', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('region', { name: '阅读方式' }).getByRole('button', { name: '大字' }).click()
  await page.goto('/large/categories')
  await page.getByRole('region', { name: '阅读方式' }).getByRole('button', { name: '标准' }).click()
  await expect(page).toHaveURL('/categories')
  await expect(page.locator('html')).not.toHaveAttribute('data-size')
})

test('where storage is forbidden, a choice lasts as long as its page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('forbidden')
      },
    })
  })
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.goto('/')
  await page.getByRole('region', { name: '阅读方式' }).getByRole('button', { name: '深色' }).click()
  expect(await paper(page)).toBe(dark)
  expect(errors).toEqual([])
})

for (const size of ['standard', 'large'] as const) {
  test(`every control can be hit with a finger in ${size} print, at 320 pixels too`, async ({ browser, portal }) => {
    const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.goto('/')
    if (size === 'large') await page.getByRole('banner').getByRole('link', { name: '大字版' }).click()
    const controls = page.locator('button:visible, a[data-variant]:visible')
    for (const control of await controls.all()) {
      const box = await control.boundingBox()
      const name = (await control.textContent()) ?? ''
      expect(box?.height, name).toBeGreaterThanOrEqual(size === 'large' ? 60 : 44)
      expect(box?.width, name).toBeGreaterThanOrEqual(size === 'large' ? 60 : 44)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await context.close()
  })
}
