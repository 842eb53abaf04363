import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import type { RunningPortal } from '../portal'
import { expect, test } from '../test'

const headline = '电讯发来的一篇'

/** Brings in a wire's post, whose body is HTML, and opens it. */
async function openWireCopy(portal: RunningPortal, desk: Page): Promise<EditorPage> {
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  await mkdir(join(site, '_posts'))
  await writeFile(
    join(site, '_posts', '2026-11-20-wire.md'),
    `---\nlayout: post\ntitle: "${headline}"\ndate: 2026-11-20 10:00:00 +0800\ncategories: dianxun\ntags: 电讯\n---\n<p>头一段的话。</p>\n<p>第二段的话。</p>\n`,
  )
  await portal.dibao('import', site)
  await desk.goto('/admin/articles')
  await desk.getByLabel('栏目').selectOption({ label: '电讯' })
  await desk.getByRole('button', { name: '筛选' }).click()
  await desk.getByRole('link', { name: headline }).first().click()
  await desk.waitForURL(/\/admin\/articles\/\d+$/)
  const editor = new EditorPage(desk)
  await editor.open(/\d+$/.exec(desk.url())?.[0] ?? '')
  return editor
}

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
})

test('a wire’s body stays HTML when its first words and its first tag are deleted', async ({ desk, portal }) => {
  const editor = await openWireCopy(portal, desk)
  await expect(editor.format).toHaveValue('html')
  await editor.writeSource('段的话。</p>\n<p>第二段的<b>话</b>。</p>')
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  await editor.open(/\d+$/.exec(desk.url())?.[0] ?? '')
  await expect(editor.format).toHaveValue('html')
  await editor.writeSource('一句没有标记的话')
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  await editor.open(/\d+$/.exec(desk.url())?.[0] ?? '')
  await expect(editor.format).toHaveValue('html')
})

test('a footnote is off where the body is HTML, and says why', async ({ desk, portal }) => {
  const html = await openWireCopy(portal, desk)
  await html.toolbar.getByRole('button', { name: '更多' }).click()
  const off = desk.getByRole('menuitem', { name: /注释/ })
  await expect(off).toHaveAttribute('aria-disabled', 'true')
  await expect(off).toHaveAccessibleDescription(/只有 Markdown 正文能写注释/)
  const before = await html.source.inputValue()
  await off.press('Enter')
  await html.body.focus()
  await desk.keyboard.press('Control+Alt+f')
  await expect(html.source).toHaveValue(before)

  const markdown = new EditorPage(desk)
  await markdown.openNew()
  await markdown.body.focus()
  await desk.keyboard.type('据报')
  await markdown.toolbar.getByRole('button', { name: '更多' }).click()
  await desk.getByRole('menuitem', { name: /注释/ }).click()
  await desk.keyboard.type('见公报')
  await expect(markdown.source).toHaveValue('据报[^1]\n\n[^1]: 见公报')
})
