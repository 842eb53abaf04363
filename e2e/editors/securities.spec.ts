import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

// The demonstration newspaper marks 砚江轴承 (009127), 砚江重工 (009318) and others.
const bearings = '<span data-code="009127" data-market="sz">砚江轴承</span>'

/** An editor in the middle of a sentence who asks for a security. */
async function ask(desk: Page): Promise<EditorPage> {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.headline.fill('轴承订单多了')
  await editor.body.focus()
  await desk.keyboard.type('说起')
  await desk.keyboard.press('Control+Alt+s')
  await expect(editor.security).toBeFocused()
  return editor
}

test.skip(({ isMobile }) => isMobile, 'a telephone has no such keyboard')

test('an editor types a company’s pinyin, picks it with the arrows, and writes on', async ({ desk }) => {
  const editor = await ask(desk)
  const { keyboard } = desk
  await keyboard.type('yanj')
  await expect(editor.foundSecurities).toHaveCount(0)
  await editor.security.fill('yj')
  await expect(editor.foundSecurities).toHaveCount(2)
  await expect(editor.foundSecurities.nth(0)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('ArrowDown')
  await expect(editor.foundSecurities.nth(1)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowUp')
  await keyboard.type('zc')
  await expect(editor.foundSecurities).toHaveText(['砚江轴承 SZ.009127'])
  await expect(editor.security).toHaveValue('yjzc')
  await keyboard.press('Enter')
  await expect(editor.body).toBeFocused()
  await keyboard.type('，')
  await expect(editor.source).toHaveValue(`说起${bearings}，`)
})

test('chosen words are looked for at once and stay the words; Escape leaves all as it was', async ({ desk }) => {
  const editor = await ask(desk)
  const { keyboard } = desk
  await keyboard.press('Escape')
  await expect(editor.security).toBeHidden()
  await expect(editor.body).toBeFocused()
  await keyboard.type('轴承')
  await keyboard.press('Shift+ArrowLeft')
  await keyboard.press('Shift+ArrowLeft')
  await keyboard.press('Control+Alt+s')
  await expect(editor.security).toHaveValue('轴承')
  await expect(editor.foundSecurities).toHaveText(['砚江轴承 SZ.009127'])
  await keyboard.press('Escape')
  await expect(editor.source).toHaveValue('说起轴承')
  await keyboard.press('Control+Alt+s')
  await editor.foundSecurities.first().click()
  await expect(editor.source).toHaveValue('说起<span data-code="009127" data-market="sz">轴承</span>')
})

test('Enter before the list has come marks what nothing else can be meant by, and waits where there is a choice', async ({
  desk,
}) => {
  const editor = await ask(desk)
  const { keyboard } = desk
  await keyboard.insertText('砚江')
  await keyboard.press('Enter')
  await expect(editor.foundSecurities).toHaveCount(2)
  await expect(editor.security).toBeFocused()
  await editor.security.selectText()
  await keyboard.insertText('砚江轴承')
  await keyboard.press('Enter')
  await expect(editor.source).toHaveValue(`说起${bearings}`)
})

test('the letters of an input method are not looked for, and its Enter marks nothing', async ({ desk }) => {
  const editor = await ask(desk)
  const cdp = await desk.context().newCDPSession(desk)
  const asked: string[] = []
  desk.on('request', (request) => {
    const typed = new URL(request.url()).searchParams.get('typed')
    if (typed !== null) asked.push(typed)
  })
  for (const text of ['z', 'zh', 'zhou', 'zhou cheng']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await desk.waitForTimeout(150)
  }
  await desk.keyboard.press('Enter')
  await cdp.send('Input.insertText', { text: '轴承' })
  await expect(editor.security).toHaveValue(/轴承/)
  await expect(editor.foundSecurities).toHaveText(['砚江轴承 SZ.009127'])
  expect(asked).toEqual(['轴承'])
})

test('a code that no copy has marked is marked with the name behind it, and found by that name once it is published', async ({
  desk,
}, { workerIndex }) => {
  const code = `6099${String(10 + (workerIndex % 80))}`
  const editor = await ask(desk)
  const { keyboard } = desk
  await keyboard.insertText('没有的公司')
  await keyboard.press('Enter')
  await expect(desk.getByText('没有稿件标过这个名字')).toBeVisible()
  await editor.security.fill(`${code} 新渡航运`)
  await expect(editor.foundSecurities).toHaveText([`新渡航运 SH.${code} · 首次标记`])
  await keyboard.press('Enter')
  await expect(editor.source).toHaveValue(`说起<span data-code="${code}" data-market="sh">新渡航运</span>`)
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  await editor.body.focus()
  await keyboard.press('Control+Alt+s')
  await editor.security.fill('xdhy')
  await expect(editor.foundSecurities.filter({ hasText: code })).toHaveText([`新渡航运 SH.${code}`])
})

test('who is not signed in finds nothing out', async ({ request, desk }) => {
  const address = '/admin/securities?typed=009127'
  const refused = await request.get(address)
  expect(refused.status()).toBe(401)
  expect(await refused.json()).toEqual([])
  const answered = await desk.request.get(address)
  expect(answered.headers()['cache-control']).toBe('private, no-store')
  expect(await answered.json()).toEqual([{ market: 'sz', code: '009127', name: '砚江轴承' }])
  expect((await desk.request.get('/admin/securities')).status()).toBe(400)
})
