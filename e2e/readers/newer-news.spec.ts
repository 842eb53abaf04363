import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

async function publish(desk: Page, headline: string, category: string): Promise<void> {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline, body: '码头上的灯亮了。', category })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
}

const bar = (page: Page) => page.getByRole('main').getByRole('status').getByRole('link')

test('an open page tells how much newer news there is, and shows it when asked', async ({ page, desk, request }) => {
  test.slow()
  await page.clock.install()
  await page.goto('/')
  await page.clock.runFor(61_000)
  await expect(bar(page)).toHaveCount(0)

  const headline = `柳浦港夜班新添两台吊机 ${Date.now()}`
  await publish(desk, headline, '产业')
  const place = await page.getByRole('heading', { level: 2 }).first().boundingBox()
  await page.clock.runFor(61_000)
  await expect(bar(page)).toHaveText('有1条新消息')
  expect(await page.getByRole('heading', { level: 2 }).first().boundingBox()).toEqual(place)

  await publish(desk, `${headline} 续`, '产业')
  await page.clock.runFor(61_000)
  await expect(bar(page)).toHaveText('有2条新消息')
  await bar(page).click()
  await expect(bar(page)).toHaveCount(0)
  await page.clock.runFor(61_000)
  await expect(bar(page)).toHaveCount(0)

  const answer = await request.get('/newest.json')
  const newest: { id: number; at: number; category: string }[] = await answer.json()
  expect(newest.length).toBe(60)
  expect(newest.filter(({ category }) => category === 'chanye').length).toBeGreaterThanOrEqual(2)
  const again = await request.get('/newest.json', { headers: { 'if-none-match': answer.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('a category’s page counts its own news only', async ({ page, context, desk }) => {
  test.slow()
  await page.clock.install()
  await page.goto('/category/chanye.html')
  const other = await context.newPage()
  await other.clock.install()
  await other.goto('/category/pinglun.html')
  await publish(desk, `窑口今天试火 ${Date.now()}`, '产业')
  for (const one of [page, other]) await one.clock.runFor(61_000)
  await expect(bar(page)).toHaveText('有1条新消息')
  await expect(bar(other)).toHaveCount(0)
})

test('nobody is asked for a page that nobody sees, and a page that comes back asks at once', async ({ page }) => {
  await page.clock.install()
  let asked = 0
  await page.route('**/newest.json', (route) => {
    asked++
    return route.fulfill({ status: 200, json: [] })
  })
  await page.goto('/')
  const turn = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await turn(true)
  await page.clock.runFor(300_000)
  expect(asked).toBe(0)
  await turn(false)
  await expect.poll(() => asked).toBe(1)
  await page.clock.runFor(60_000)
  await expect.poll(() => asked).toBe(2)
})

test('a newspaper that does not answer is asked more and more rarely', async ({ page }) => {
  await page.clock.install()
  let asked = 0
  await page.route('**/newest.json', (route) => {
    asked++
    return route.abort()
  })
  await page.goto('/')
  for (let minute = 0; minute < 30; minute++) {
    await page.clock.runFor(60_000)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  expect(asked).toBeGreaterThanOrEqual(4)
  expect(asked).toBeLessThanOrEqual(8)
})
