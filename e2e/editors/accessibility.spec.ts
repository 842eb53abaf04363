import { violationsOn } from '../axe'
import { administrator } from '../portal'
import { expect, signIn, test } from '../test'

const rooms = [
  'articles',
  'articles?status=draft',
  'articles/new',
  'articles/1',
  'articles/1/preview',
  'articles/1/kill',
  'articles/1/address',
  'articles/1/versions',
  'articles/1/related',
]
const others = ['search?q=三桥', 'categories', 'names?kind=source', 'staff', 'partners', 'settings', 'settings/push']

for (const scheme of ['light', 'dark'] as const) {
  test(`no room of the desk has an accessibility violation in ${scheme}`, async ({ browser, portal, viewport }) => {
    test.slow()
    const context = await browser.newContext({
      baseURL: portal.url,
      viewport,
      colorScheme: scheme,
      bypassCSP: true,
      locale: 'zh-CN',
    })
    const page = await context.newPage()
    await page.goto('/admin/sign-in')
    expect(await violationsOn(page), 'sign-in').toEqual([])
    await signIn(page, administrator)
    for (const room of [...rooms, ...others]) {
      await page.goto(`/admin/${room}`)
      await expect(page.getByRole('main').or(page.locator('iframe')).first()).toBeVisible()
      expect(await violationsOn(page), room).toEqual([])
    }
    await context.close()
  })
}
