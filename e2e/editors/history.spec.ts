import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

test('what was done can be read, compared and brought back', async ({ desk, browser, portal, request }) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({
    headline: `渡口停航 ${mark}`,
    body: '渡口今天停航。\n\n船都在港里。\n\n明天六点恢复。',
    category: '本地',
  })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const { id } = editor
  const path = new URL(await editor.address()).pathname
  await editor.writeSource('渡口今天停航。\n\n船都在港里。\n\n后天七点恢复。')
  await editor.save()
  await expect(editor.state).toContainText('版本 2')

  await desk.getByRole('link', { name: '版本' }).click()
  await desk.waitForURL(`**/admin/articles/${id}/versions`)
  const compared = desk.getByRole('region', { name: '比较' })
  // Without a wish: what the desk has against what readers see.
  await expect(compared.locator('ins').filter({ hasText: '后天' })).toBeVisible()
  await expect(compared.locator('del').filter({ hasText: '明天' })).toBeVisible()
  await expect(compared.getByText('第 1–2 段没有变，展开')).toBeVisible()
  await expect(compared.getByText('船都在港里。')).toBeHidden()
  await compared.getByText('第 1–2 段没有变，展开').click()
  await expect(compared.getByText('船都在港里。')).toBeVisible()
  const list = desk.getByRole('navigation', { name: '版本列表' })
  await expect(list.getByRole('listitem').first()).toContainText('保存')
  await expect(list.getByText('读者看到的')).toHaveCount(1)

  await compared.getByRole('link', { name: '并排' }).click()
  await expect(compared.locator('.sides')).not.toHaveCount(0)

  await compared.getByRole('button', { name: '把版本 1 恢复为版本 3' }).click()
  await expect(compared.getByText('恢复好了，现在是版本 3')).toBeVisible()
  await expect(list.getByRole('listitem').first()).toContainText('文字来自版本 1')
  await editor.open(id)
  await expect(editor.source).toHaveValue('渡口今天停航。\n\n船都在港里。\n\n明天六点恢复。')
  expect(await (await request.get(path)).text()).toContain('明天六点恢复')

  // The page needs no script: the form and the links of it do the same.
  const plain = await browser.newContext({
    baseURL: portal.url,
    javaScriptEnabled: false,
    storageState: await desk.context().storageState(),
  })
  const page = await plain.newPage()
  await page.goto(`/admin/articles/${id}/versions`)
  await page.getByLabel('从').selectOption('1')
  await page.getByLabel('到', { exact: true }).selectOption('2')
  await page.getByRole('button', { name: '比较' }).click()
  await expect(page.locator('ins').filter({ hasText: '后天' })).toBeVisible()
  await page.goto(`/admin/articles/${id}/versions?from=1&to=3`)
  await expect(page.getByText('两个版本的文字完全一样。')).toBeVisible()
  for (const query of ['?from=x&to=-1', '?to=99999999999', '?aside=<script>', '?from=1&from=2&before=0'])
    expect((await page.goto(`/admin/articles/${id}/versions${query}`))?.status(), query).toBe(200)
  await page.goto(`/admin/articles/${id}/versions?to=77`)
  await expect(page.getByText('版本 77 的文字已经不在了')).toBeVisible()
  await plain.close()
})

test('a version is not brought back over somebody else’s save, nor where it stands already', async ({ desk }) => {
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `两个人 ${mark}`, body: '第一稿。', category: '本地' })
  await editor.save()
  await expect(editor.state).toContainText('版本 1')
  const { id } = editor
  await editor.writeSource('第二稿。')
  await editor.save()
  await expect(editor.state).toContainText('版本 2')
  await desk.goto(`/admin/articles/${id}/versions`)
  const colleague = new EditorPage(await desk.context().newPage())
  await colleague.open(id)
  await colleague.body.fill('第三稿。')
  await colleague.save()
  await expect(colleague.state).toContainText('版本 3')
  await desk.getByRole('button', { name: '把版本 1 恢复为版本 3' }).click()
  await expect(desk.getByText('先改了这篇稿件')).toBeVisible()

  await desk.goto(`/admin/articles/${id}/versions?from=1&to=2`)
  await desk.getByRole('button', { name: '把版本 2 恢复为版本 4' }).click()
  await expect(desk.getByText('恢复好了，现在是版本 4')).toBeVisible()
  await desk.getByRole('button', { name: '把版本 2 恢复为版本 5' }).click()
  await expect(desk.getByText('现在的文字就是这一版。')).toBeVisible()
})

test('the history is verified from a terminal', async ({ portal }) => {
  const { code, stdout } = await portal.dibao('verify-history')
  expect([code, stdout]).toEqual([0, expect.stringContaining('all is as it was written')])
  const { code: wrong, stderr } = await portal.dibao('verify-history', '--what')
  expect([wrong, stderr]).toEqual([2, expect.stringContaining('verify-history:')])
  expect(JSON.parse((await portal.dibao('verify-history', '--json')).stdout)).toMatchObject({ findings: [] })
})

test('a terminal that is told of the wrong folder says so, and makes no store there', async ({ portal }) => {
  const folder = await mkdtemp(join(tmpdir(), 'dibao-nowhere-'))
  const nowhere = join(folder, 'data')
  const site = join(folder, 'site')
  await mkdir(join(site, '_posts'), { recursive: true })
  await writeFile(
    join(site, '_posts/2026-11-23-ferry.md'),
    '---\nlayout: post\ntitle: "渡口"\ndate: 2026-11-23 08:00:00 +0800\ncategories: bendi\n---\n正文。\n',
  )
  for (const args of [['verify-history'], ['verify-addresses', '--origin', portal.url]]) {
    const { code, stderr, stdout } = await portal.dibaoIn(nowhere, ...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`There is no store at file:${nowhere}/dibao.db; DATA_DIR and DATABASE_URL have to be`)
  }
  const dry = await portal.dibaoIn(nowhere, 'import', site, '--dry-run')
  expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/^Dry run, nothing was written: 1 created/m)])
  expect((await readdir(folder)).sort()).toEqual(['site'])
  await rm(folder, { recursive: true })
})
