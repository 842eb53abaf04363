import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EditorPage } from '../pages/editor-page'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../test'
import { openHarness } from './harness'

const word = readFileSync(join(import.meta.dirname, '../../newsroom/pasted/fixtures/word-2016.html'), 'utf8')

/** Pastes what another program has put on the clipboard. */
const paste = (body: Locator, html: string) =>
  body.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', given)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
/** What is chosen, on the clipboard as the editor puts it there. */
const copy = (body: Locator) =>
  body.evaluate((element) => {
    const clipboardData = new DataTransfer()
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/html')
  })

test('what is pasted from Word is plain copy, and one undo takes all of it back', async ({ desk }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '贴进来的', body: '原有的一段。', category: '本地' })
  await editor.body.getByText('原有的一段。').click()
  await desk.keyboard.press('ControlOrMeta+End')
  await desk.keyboard.press('Enter')
  await paste(editor.body, word)
  await expect(editor.body.getByRole('listitem').first()).toBeVisible()
  const source = await editor.source.inputValue()
  expect(source).toContain('原有的一段。')
  expect(source).not.toMatch(/mso|style=|class=|<o:p|&nbsp;/i)
  await desk.keyboard.press('ControlOrMeta+z')
  await expect(editor.body.getByRole('listitem')).toHaveCount(0)
  await expect(editor.state).toContainText('已保存')
})

test('what is copied in one tab is pasted in another with its marks', async ({ desk, isMobile }) => {
  test.skip(isMobile, 'a telephone has no such keyboard')
  const source =
    '买**入**<span data-code="009127" data-market="sz">砚江轴承</span>。\n\n<video src="https://example.org/a.mp4"></video>'
  const from = new EditorPage(desk)
  await from.openNew()
  await from.writeSource(source)
  await from.body.focus()
  await desk.keyboard.press('ControlOrMeta+a')
  await desk.keyboard.press('ControlOrMeta+c')
  const into = new EditorPage(await desk.context().newPage())
  await into.openNew()
  await into.body.focus()
  await into.page.keyboard.press('ControlOrMeta+v')
  await expect(into.source).toHaveValue(source)
})

test.describe('the editor by itself', () => {
  test.beforeEach(async ({ page }, { project }) => {
    test.skip(project.name !== 'desktop', 'the same on every screen and store')
    await openHarness(page)
  })

  const open = (page: Page, body: string, format: 'html' | 'markdown' = 'html') =>
    page.evaluate(([given, as]) => window.harness.open(given, as), [body, format] as const)
  const told = (page: Page) => page.evaluate(() => window.harness.told.at(-1) ?? '')
  const bodyOf = (page: Page) => page.getByRole('textbox', { name: '正文' })
  const copyAll = async (page: Page) => {
    await bodyOf(page).focus()
    await page.keyboard.press('ControlOrMeta+a')
    return copy(bodyOf(page))
  }

  test('what is copied in one article and pasted into another keeps marks, tables, figures and what is held whole', async ({
    page,
  }) => {
    const kept = [
      '<h2>甲</h2>',
      '<p>乙<strong>丙<em>丁</em></strong><a href="https://e.org/">戊</a>，买<span data-code="600519" data-market="sh">贵州茅台</span>。</p>',
      '<table><thead><tr><th>己</th><th>庚</th></tr></thead><tbody><tr><td>一</td><td>二</td></tr></tbody></table>',
      '<figure><img src="https://e.org/a.png" alt="码头"><figcaption>辛</figcaption></figure>',
      '<video controls src="https://e.org/a.mp4"></video>',
      '<blockquote class="pull"><p>壬</p></blockquote>',
      '<aside class="correction"><p>癸</p></aside>',
    ]
    await open(page, kept.join('\n'))
    const html = await copyAll(page)
    await open(page, '<p>原有的。</p>')
    await bodyOf(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await paste(bodyOf(page), html)
    const now = await told(page)
    for (const block of kept) expect(now.replace(/\s*\n\s*/g, '')).toContain(block)
  })

  test('a word picked from a list comes into a line as a word', async ({ page }) => {
    await open(page, '<ul><li>甲乙<strong>丙</strong></li></ul>')
    await page.evaluate(() => window.harness.choose('丙'))
    const html = await copy(bodyOf(page))
    await open(page, '<p>原有</p>')
    await page.evaluate(() => window.harness.caret('原有'))
    await paste(bodyOf(page), html)
    expect(await told(page)).toBe('<p>原有<strong>丙</strong></p>')
  })

  test('a page that somebody else made with the same editor’s parts is cleaned like any other', async ({ page }) => {
    const theirs = `<meta charset="utf-8"><h1 data-pm-slice="1 1 [&quot;blockquote&quot;,{&quot;keep&quot;:{&quot;onclick&quot;:&quot;run()&quot;}}]" style="color:red">题</h1>
      <p style="margin:0" data-keep='{"style":"color:red","onclick":"window.ran=1"}'>文<script>window.ran = 1</script><span style="font-weight:700">粗</span></p>
      <p><span data-atom="security" data-source="<img src=x onerror=window.ran=1>" data-words="假">假的</span></p>
      <div data-atom="opaque" data-source="<script>window.ran=1</script>" data-what="html">块</div>`
    await open(page, '')
    await bodyOf(page).focus()
    await paste(bodyOf(page), theirs)
    expect((await told(page)).replace(/\n/g, '')).toBe('<h2>题</h2><p>文<strong>粗</strong></p><p>假的</p><p>块</p>')
    expect(await page.evaluate(() => window.ran)).toBeUndefined()
  })

  test('a page that knows our own word brings in no more than could be written here', async ({ page }) => {
    await open(page, '<p>甲</p>')
    const [mark] = /data-dibao-copy="[^"]+"/.exec(await copyAll(page)) ?? []
    expect(mark).toBeDefined()
    const forged = `<p ${mark} data-pm-slice='0 0 ["blockquote",{"keep":{"onclick":"run()","class":"junk"}}]' data-keep='{"style":"color:red","onclick":"window.ran=1","href":"x"}'>文<img src=x onerror="window.ran=1"></p>
      <p><span data-atom="security" data-source="&lt;img src=x onerror=window.ran=1&gt;" data-words="假">假的</span></p>
      <div data-atom="opaque" data-source="&lt;div onclick=run()&gt;乙&lt;script&gt;window.ran=1&lt;/script&gt;&lt;/div&gt;" data-what="html"></div>`
    await open(page, '')
    await bodyOf(page).focus()
    await paste(bodyOf(page), forged)
    const now = await told(page)
    expect(now).toContain('文')
    expect(now).toContain('假')
    expect(now).toContain('<div>乙</div>')
    expect(now).not.toMatch(/script|onclick|onerror|style|junk|data-/)
    await page.evaluate(() => new Promise((then) => setTimeout(then, 200)))
    expect(await page.evaluate(() => window.ran)).toBeUndefined()
  })
})
