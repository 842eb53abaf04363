import { expect, test } from '../test'
import { articlePaths } from '../pages/portal-pages'

test('an article’s lasting address is copied, and the page says so', async ({ page, portal, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const path = (await articlePaths(request))[0] ?? ''
  await page.goto(`${path}?from=chat`)
  const share = page.getByRole('region', { name: '分享' })
  await share.getByRole('button', { name: '复制链接' }).click()
  await expect(share.getByRole('status')).toHaveText('已复制')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(portal.url + path)
})

test('where there is no clipboard, the address is selected', async ({ page, request, portal }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  const path = (await articlePaths(request))[0] ?? ''
  await page.goto(path)
  const share = page.getByRole('region', { name: '分享' })
  await share.getByRole('button', { name: '复制链接' }).click()
  await expect(share.getByRole('status')).toHaveText('地址已选中，请复制')
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(portal.url + path)
})
