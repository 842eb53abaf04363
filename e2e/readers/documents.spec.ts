import { HtmlValidate } from 'html-validate'
import { violationsOn } from '../axe'
import { startPortal } from '../portal'
import { expect, test } from '../test'
import { articlePaths, everyKindOfPage } from '../pages/portal-pages'

test('every page carries its whole text with scripts off, sets no cookie and asks nobody else for anything', async ({
  browser,
  portal,
  request,
  viewport,
}) => {
  const context = await browser.newContext({ baseURL: portal.url, viewport, javaScriptEnabled: false })
  const page = await context.newPage()
  const elsewhere: string[] = []
  page.on('request', (asked) => {
    if (!asked.url().startsWith(portal.url)) elsewhere.push(asked.url())
  })
  for (const path of await everyKindOfPage(request)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByRole('main')).toBeVisible()
    await expect(page.getByRole('contentinfo')).toBeVisible()
  }
  expect(elsewhere).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation in ${scheme}`, async ({ browser, portal, request, viewport }) => {
    test.slow()
    // The readers' policy lets nothing run, the examiner included.
    const context = await browser.newContext({ baseURL: portal.url, viewport, colorScheme: scheme, bypassCSP: true })
    const page = await context.newPage()
    for (const path of await everyKindOfPage(request)) {
      await page.goto(path)
      for (const size of ['', 'large']) {
        if (size) await page.evaluate((value) => document.documentElement.setAttribute('data-size', value), size)
        expect(await violationsOn(page), `${path} ${size}`).toEqual([])
      }
    }
    await context.close()
  })
}

test('every page is valid HTML', async ({ request }) => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // React writes `charSet=`, `<br/>` and its own attributes; HTML allows them, the validator's taste does not.
      'attr-case': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'no-inline-style': 'error',
      'no-trailing-whitespace': 'off',
      'no-raw-characters': 'off',
      'require-sri': 'off',
      'script-type': 'off',
      'long-title': 'off',
      'doctype-style': 'off',
      'no-implicit-button-type': 'error',
      'tel-non-breaking': 'off',
      'text-content': 'off',
      'valid-id': ['error', { relaxed: true }],
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      'prefer-native-element': 'off',
    },
  })
  for (const path of await everyKindOfPage(request)) {
    const html = await (await request.get(path)).text()
    const report = await validator.validateString(html)
    const messages = report.results.flatMap(({ messages }) =>
      messages
        .filter(({ severity }) => severity === 2)
        .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    )
    expect(messages, path).toEqual([])
  }
})

test('the front shows twelve headlines at first sight on a desktop and six on a phone', async ({ page }, {
  project,
}) => {
  // A newspaper of its own: what other tests publish on the shared one may have a headline of any length.
  const untouched = await startPortal()
  await page.goto(untouched.url)
  const height = page.viewportSize()?.height ?? 0
  const seen = await page.locator('main a').evaluateAll((links, limit) => {
    const headlines = links.filter((link) => {
      const box = link.getBoundingClientRect()
      return box.height > 0 && box.bottom <= limit && box.top >= 0 && (link.textContent?.trim().length ?? 0) >= 8
    })
    return new Set(headlines.map((link) => link.getAttribute('href'))).size
  }, height)
  await untouched.stop()
  expect(seen).toBeGreaterThanOrEqual(project.name.startsWith('phone') ? 6 : 12)
})

test('nothing scrolls sideways, down to a width of 320', async ({ browser, portal, request }) => {
  const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  for (const path of await everyKindOfPage(request)) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
  await context.close()
})

test('no link on any page of the newspaper leads nowhere', async ({ request }) => {
  const seen = new Set<string>()
  for (const path of [...(await everyKindOfPage(request)), ...(await articlePaths(request)).slice(0, 12)]) {
    const html = await (await request.get(path)).text()
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) seen.add(href.replace(/&amp;/g, '&'))
  }
  for (const href of seen) expect((await request.get(href)).status(), href).toBe(200)
})
