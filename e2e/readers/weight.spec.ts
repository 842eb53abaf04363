import { gzipSync } from 'node:zlib'
import { expect, test } from '../test'
import { everyKindOfPage } from '../pages/portal-pages'

test('a page is its document, one style of at most 12 kB and one script of at most 4 kB', async ({ page, request }) => {
  const html = await (await request.get('/')).text()
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
  expect(styles).toHaveLength(1)
  const size = async (path: string) => gzipSync(await (await request.get(path)).body(), { level: 9 }).length
  expect(await size(styles[0] ?? '')).toBeLessThanOrEqual(12_000)
  expect(await size('/reader.js')).toBeLessThanOrEqual(4_000)
  // Its words stand in the page, in the page's language.
  expect(await (await request.get('/reader.js')).text()).not.toMatch(/\p{Script=Han}/u)

  const scripts: string[] = []
  page.on('request', (asked) => {
    if (asked.resourceType() === 'script') scripts.push(new URL(asked.url()).pathname)
  })
  await page.goto('/')
  expect(scripts).toEqual(['/reader.js'])
})

test('no page has a script error or a thing that its policy forbids, and nothing moves while it comes', async ({
  page,
  request,
}) => {
  test.slow()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    // The address that answers 404 is one of them.
    if (message.type() === 'error' && !message.text().includes('404')) wrong.push(message.text())
  })
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // A reader who comes soon after the newest, when most times are told anew.
  const newest: { at: number }[] = await (await request.get('/newest.json')).json()
  await page.clock.setFixedTime((newest[0]?.at ?? 0) + 60_000)
  for (const path of await everyKindOfPage(request)) {
    await page.goto(path, { waitUntil: 'load' })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), path).toBeLessThan(0.02)
  }
  expect(wrong).toEqual([])
})
