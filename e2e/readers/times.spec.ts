import { expect, test } from '../test'

test('a document carries exact times only; a script says how long ago they were', async ({ page, request }) => {
  const html = await (await request.get('/category/yaowen.html')).text()
  expect(html.replace(/<body[^>]*>/, '')).not.toMatch(/分钟前|小时前|刚刚/)

  const moment = /<time dateTime="([^"]+)" title="([^"]+)" data-ago="hour">([^<]+)</.exec(html)
  const [, datetime = '', exact = '', clock = ''] = moment ?? []
  const at = Date.parse(datetime)
  await page.clock.install({ time: at + 3 * 60_000 })
  await page.goto('/category/yaowen.html')
  const time = page.locator(`main time[datetime="${datetime}"]`).first()
  await expect(time).toHaveText('3分钟前')
  await expect(time).toHaveAttribute('title', exact)
  const before = await time.boundingBox()
  await page.clock.runFor(60_000)
  await expect(time).toHaveText('4分钟前')
  expect(await time.boundingBox()).toEqual(before)
  await page.clock.runFor(58 * 60_000)
  await expect(time).toHaveText(clock)
})

test('hours are told up to a day, and what is older or yet to come stays as it was', async ({ page, request }) => {
  const html = await (await request.get('/')).text()
  const [, datetime = '', said = ''] = /<time dateTime="([^"]+)"[^>]*data-ago="day">([^<]+)</.exec(html) ?? []
  const at = Date.parse(datetime)
  const time = page.locator(`main time[datetime="${datetime}"][data-ago=day]`).first()
  for (const [minutes, words] of [
    [0.5, '刚刚'],
    [59, '59分钟前'],
    [60, '1小时前'],
    [23 * 60 + 59, '23小时前'],
    [24 * 60, said],
    [-10, said],
  ] as const) {
    await page.clock.setFixedTime(at + minutes * 60_000)
    await page.goto('/')
    await expect(time).toHaveText(words)
  }
})
