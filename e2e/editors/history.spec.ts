import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { ConflictPanel } from '../pages/conflict-panel'
import { EditorPage } from '../pages/editor-page'
import { pressUntil } from '../pages/press-until'
import { VersionsPage } from '../pages/versions-page'
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
  const { list, compared } = new VersionsPage(desk)
  // Without a wish: what the desk has against what readers see.
  await expect(compared.locator('ins').filter({ hasText: '后天' })).toBeVisible()
  await expect(compared.locator('del').filter({ hasText: '明天' })).toBeVisible()
  await expect(compared.getByText('第 1–2 段没有变，展开')).toBeVisible()
  await expect(compared.getByText('船都在港里。')).toBeHidden()
  await compared.getByText('第 1–2 段没有变，展开').click()
  await expect(compared.getByText('船都在港里。')).toBeVisible()
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

test('the page of versions is worked by keys, which never take what is typed', async ({ desk, isMobile }) => {
  test.skip(isMobile, 'a telephone has no such keyboard')
  const mark = unique()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `渡口停航 ${mark}`, body: '第一段。\n\n第二段。', category: '本地' })
  await editor.save()
  await expect(editor.state).toContainText('版本 1')
  for (const [version, body] of [
    [2, '第一段，改了。\n\n第二段。'],
    [3, '第一段，改了。\n\n第二段，也改了。'],
    [4, '第一段，又改了。\n\n第二段，也又改了。'],
  ] as const) {
    await editor.writeSource(body)
    await editor.save()
    await expect(editor.state).toContainText(`版本 ${version}`)
  }
  const address = `/admin/articles/${editor.id}/versions`
  await desk.goto(address)
  const { list, compared } = new VersionsPage(desk)
  const current = list.locator('[aria-current]')
  await expect(desk.getByRole('complementary', { name: '快捷键' })).toBeVisible()
  await expect(current).toContainText('4')
  // The page listens.
  await expect(compared.getByRole('button', { name: '把版本 3 恢复为版本 5' })).toBeEnabled()
  await desk.keyboard.press('j')
  await desk.waitForURL(/to=3/)
  await expect(current).toContainText('3')
  await desk.keyboard.press('j')
  await desk.waitForURL(/to=2/)
  await desk.keyboard.press('k')
  await desk.waitForURL(/to=3/)
  // However fast they come: each goes on from the one before.
  for (const key of ['j', 'j', 'k', 'j', 'k']) await desk.keyboard.press(key)
  await expect(current).toContainText('2')
  await desk.waitForURL(/to=2/)
  await desk.keyboard.press('k')
  await desk.waitForURL(/to=3/)

  // 2 as the base stays it while one goes on through the list.
  await desk.keyboard.press('j')
  await desk.waitForURL(/to=2/)
  await desk.keyboard.press('b')
  await expect(compared).toContainText('版本 2 现在是底稿')
  await desk.keyboard.press('k')
  await desk.waitForURL(/to=3/)
  await desk.keyboard.press('k')
  await desk.waitForURL(/to=4/)
  await expect(desk.getByLabel('从')).toHaveValue('2')
  await expect(list.locator('[data-base]')).toContainText('比较的底稿')

  await desk.keyboard.press('n')
  const first = await compared.locator(':focus').textContent()
  await desk.keyboard.press('n')
  await expect(compared.locator(':focus')).not.toHaveText(first ?? '')
  await expect(compared.locator(':focus')).toBeInViewport()
  await desk.keyboard.press('v')
  await expect(compared.getByRole('link', { name: '并排' })).toHaveAttribute('aria-current', 'true')
  await desk.keyboard.press('v')
  await expect(compared.getByRole('link', { name: '合看' })).toHaveAttribute('aria-current', 'true')
  // A choice has keys of its own, and Ctrl is the browser's.
  await desk.getByLabel('从').focus()
  await desk.keyboard.press('j')
  await desk.keyboard.press('b')
  await expect(desk).toHaveURL(/base=2.*to=4|to=4.*base=2/)
  await compared.getByRole('link', { name: '设为底稿' }).focus()
  await desk.keyboard.press('Control+j')
  await expect(desk).toHaveURL(/base=2.*to=4|to=4.*base=2/)
  await desk.goto(`${address}?base=2&to=2`)
  await expect(compared).toContainText('版本 2 现在是底稿')
  await pressUntil(desk, 'b', () =>
    expect(compared.getByRole('link', { name: '放开底稿' })).toHaveCount(0, { timeout: 3000 }),
  )
  await desk.keyboard.press('Shift+R')
  await expect(compared.getByText('恢复好了，现在是版本 5')).toBeVisible()
})

/** Somebody saved first, and mine was left out. */
async function leaveOut(
  desk: Page,
  colleague: Page,
  theirs: { headline: string },
  mine: { headline: string; standfirst: string },
) {
  const [first, second] = [new EditorPage(desk), new EditorPage(colleague)]
  await first.openNew()
  await first.write({ headline: '原来的标题', body: '正文。', category: '本地' })
  await first.save()
  await expect(first.state).toContainText('版本 1')
  await second.open(first.id)
  await second.headline.fill(theirs.headline)
  await second.save()
  await expect(second.state).toContainText('版本 2')
  await first.headline.fill(mine.headline)
  await first.standfirst.fill(mine.standfirst)
  await expect(first.state).toContainText('先存了一版，请合并')
  return { first, second }
}

test('what was set aside is brought back, and a person chooses where both changed the same', async ({
  desk,
  colleague,
}) => {
  const mine = { headline: '我的标题', standfirst: '我的导语。' }
  const { first, second } = await leaveOut(desk, colleague, { headline: '她的标题' }, mine)
  const { id } = first
  const conflict = new ConflictPanel(desk)
  await conflict.place('标题').getByRole('radio', { name: '用对方的' }).check()
  await conflict.merge.click()
  await expect(first.state).toContainText('版本 3')
  // Afterwards somebody takes the standfirst out again.
  await second.open(id)
  await second.standfirst.fill('')
  await second.save()
  await expect(second.state).toContainText('版本 4')

  const versions = new VersionsPage(desk)
  await versions.openAside(id)
  await versions.bringBack.click()
  await desk.waitForURL(`**/admin/articles/${id}?aside=*`)
  await expect(conflict.panel).toContainText('没有并进的 · ')
  await expect(conflict.result('标题')).toContainText('要你选')
  // Nothing is written before somebody chose, nor is anything left behind by who goes away.
  await desk.reload()
  await expect(conflict.panel).toBeVisible()
  await second.open(id)
  await expect(second.state).toContainText('版本 4')
  await expect(second.headline).toHaveValue('她的标题')

  await desk.keyboard.press('n')
  await desk.keyboard.press('2')
  await desk.keyboard.press('Control+Enter')
  await expect(first.state).toContainText('版本 5')
  await expect(desk).toHaveURL(new RegExp(`/admin/articles/${id}$`))
  await first.open(id)
  await expect(first.headline).toHaveValue('我的标题')
  await expect(first.standfirst).toHaveValue('我的导语。')
  await versions.openAside(id)
  await expect(desk.getByText('这些字都已经在稿件里了。')).toBeVisible()
})

test('what was set aside and meets nothing is put back at once, as a version of its own', async ({
  desk,
  colleague,
}) => {
  const mine = { headline: '我的标题', standfirst: '我的导语。' }
  const { first, second } = await leaveOut(desk, colleague, { headline: '她的标题' }, mine)
  const { id } = first
  await second.headline.fill('原来的标题')
  await second.save()
  await expect(second.state).toContainText('版本 3')
  const versions = new VersionsPage(colleague)
  await versions.openAside(id)
  await versions.bringBack.click()
  await expect(colleague.getByText('放回好了，与现在的文字并成版本 4')).toBeVisible()
  await expect(versions.list.getByRole('listitem').first()).toContainText('放回了没有并进的文字')
  await second.open(id)
  await expect(second.headline).toHaveValue('我的标题')
  await expect(second.standfirst).toHaveValue('我的导语。')
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
