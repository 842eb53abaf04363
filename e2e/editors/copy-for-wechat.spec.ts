import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright/test'
import { expect, test } from 'playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
let script = ''

/** The button alone on a page: what it does is between it and the browser. */
test.beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement } from 'react'
        import { createRoot } from 'react-dom/client'
        import { CopyForWechat } from '@/components/desk/copy-for-wechat'
        import { deskWords } from '@/messages/words'
        const read = async () => window.answer ?? Promise.reject(new Error('offline'))
        createRoot(document.body).render(createElement(CopyForWechat, { words: deskWords('zh-CN'), read }))`,
      resolveDir: root,
      loader: 'ts',
    },
    alias: { '@': root },
    jsx: 'automatic',
    bundle: true,
    write: false,
    // Next's own modules ask the environment; in a browser there is none.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', __dirname: '""' },
  })
  script = outputFiles[0]?.text ?? ''
})

async function open(page: Page, origin: string, answer: object | null): Promise<void> {
  await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }))
  await page.goto(`${origin}/`)
  await page.evaluate((given) => Object.assign(window, { answer: given }), answer)
  await page.addScriptTag({ content: script })
}

const article = { html: '<p style="color: #1f1f1d">渡口<strong>照常</strong>开船。</p>', text: '渡口照常开船。' }
const button = (page: Page) => page.getByRole('button', { name: '复制到公众号' })

/** What an editor that is pasted into is given. */
async function pasted(page: Page): Promise<{ html: string; text: string }> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('textarea'), { id: 'into' })
    field.addEventListener('paste', (event) =>
      Object.assign(window, {
        got: { html: event.clipboardData?.getData('text/html'), text: event.clipboardData?.getData('text/plain') },
      }),
    )
    document.body.append(field)
  })
  await page.locator('#into').focus()
  await page.keyboard.press('ControlOrMeta+V')
  return page.evaluate(() => (window as unknown as { got: { html: string; text: string } }).got)
}

test('an editor presses once and pastes the laid-out article into 公众号', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'https://desk.example', article)
  await button(page).click()
  await expect(page.getByRole('status')).toHaveText('已复制，到公众号后台的正文里粘贴')
  const got = await pasted(page)
  expect(got.text).toBe(article.text)
  expect(got.html).toContain('渡口<strong')
  expect(got.html).toMatch(/color: (?:#1f1f1d|rgb\(31, 31, 29\))/)
})

test('where the browser gives no clipboard, a key takes the same along from a dialog', async ({ page }) => {
  // A portal in the office network without TLS: the browser has no clipboard to write to there.
  await open(page, 'http://desk.example', article)
  await button(page).click()
  const field = page.getByRole('dialog', { name: '按键复制到公众号' }).getByRole('textbox', { name: '要复制的文字' })
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+C')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('status')).toHaveText('已复制，到公众号后台的正文里粘贴')
  const got = await pasted(page)
  expect(got.text).toBe(article.text)
  expect(got.html).toContain('渡口<strong>照常</strong>开船。')
})

test('an editor who closes the dialog is back at the button', async ({ page }) => {
  await open(page, 'http://desk.example', article)
  await button(page).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button(page)).toBeFocused()
})

test('an editor is told why there is nothing to copy', async ({ page }) => {
  await open(page, 'https://desk.example', { sentence: '正文是空的。' })
  await button(page).click()
  await expect(page.getByRole('status')).toHaveText('正文是空的。')

  await page.evaluate(() => Object.assign(window, { answer: null }))
  await button(page).click()
  await expect(page.getByRole('status')).toHaveText('服务器没有回答，请再试一次。')
})
