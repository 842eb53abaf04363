import { expect, test } from '../test'

test('the rules for fetching ahead come in the header, as rules, and name only readers’ pages', async ({ request }) => {
  const page = await request.get('/')
  expect(page.headers()['speculation-rules']).toBe('"/speculation.json"')
  const rules = await request.get('/speculation.json')
  expect(rules.headers()['content-type']).toContain('application/speculationrules+json')
  expect(Object.keys(await rules.json())).toEqual(['prefetch', 'prerender'])
})

test('the page one points at is there before one asks for it', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a finger does not hover')
  await page.goto('/')
  const link = page.getByRole('banner').getByRole('link', { name: '全部栏目' })
  const fetched = page.waitForEvent('request', (request) => new URL(request.url()).pathname === '/categories')
  await link.hover()
  expect(await (await fetched).headerValue('sec-purpose')).toContain('prefetch')
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部栏目')
  const { deliveryType } = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0] as unknown as { deliveryType: string },
  )
  expect(deliveryType).toBe('navigational-prefetch')
})
