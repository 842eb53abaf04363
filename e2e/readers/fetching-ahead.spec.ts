import { expect, test } from '../test'

test('the rules for fetching ahead come in the header, as rules, and name only readers’ pages', async ({ request }) => {
  const page = await request.get('/')
  expect(page.headers()['speculation-rules']).toBe('"/speculation.json"')
  const rules = await request.get('/speculation.json')
  expect(rules.headers()['content-type']).toContain('application/speculationrules+json')
  expect(Object.keys(await rules.json())).toEqual(['prefetch', 'prerender'])
})

for (const motion of ['no-preference', 'reduce'] as const) {
  test(`one page gives way to the next ${motion === 'reduce' ? 'at once for who asks for stillness' : 'softly'}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: motion })
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        Object.assign(window, { soft: Boolean((event as unknown as { viewTransition: unknown }).viewTransition) })
      })
    })
    await page.goto('/categories')
    await page.getByRole('banner').getByRole('link', { name: '首页', exact: true }).click()
    await page.waitForURL('/')
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { soft?: boolean }).soft))
      .toBe(motion === 'no-preference')
  })
}

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
