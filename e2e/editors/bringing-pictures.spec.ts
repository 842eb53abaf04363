import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { MediaPage } from '../pages/media-page'
import { freshColour, photo } from '../photos'
import { administrator, type RunningPortal, startPortal } from '../portal'
import { expect, signIn, test as base } from '../test'

/** Somebody else's machine, which has pictures at `/….jpg` and none at other addresses, and a portal that may fetch from it. */
const test = base.extend<{ desk: Page }, { elsewhere: string; trial: RunningPortal }>({
  elsewhere: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use) => {
      const pictures = new Map<string, Promise<Buffer>>()
      const server: Server = createServer(async (request, response) => {
        const path = request.url ?? ''
        if (!path.endsWith('.jpg')) return void response.writeHead(404).end()
        const bytes = pictures.get(path) ?? photo('x.jpg', freshColour()).then(({ buffer }) => buffer)
        pictures.set(path, bytes)
        response.setHeader('content-type', 'image/jpeg').end(await bytes)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.close()
    },
    { scope: 'worker' },
  ],
  trial: [
    async ({ elsewhere, onStore: _ }, use) => {
      const portal = await startPortal({ env: { DIBAO_OUTSIDE_TRIAL: new URL(elsewhere).host } })
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  desk: async ({ browser, trial, viewport }, use) => {
    const context = await browser.newContext({ baseURL: trial.url, viewport, locale: 'zh-CN' })
    const page = await context.newPage()
    await signIn(page, administrator)
    await use(page)
    await context.close()
  },
})

const ours = /\/media\/[0-9a-f]{20}\/900x600\.jpg/

async function pasteHtml(editor: EditorPage, html: string): Promise<void> {
  await editor.body.click()
  await editor.page.keyboard.press('ControlOrMeta+End')
  await editor.page.keyboard.press('Enter')
  await editor.body.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test('all pictures that stand elsewhere are brought home in one act, and nothing else of the body changes', async ({
  desk,
  elsewhere,
}) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  const body = `甲  乙\n\n![一](${elsewhere}/one.jpg "题")\n\n<figure><img src='${elsewhere}/two.jpg'></figure>\n\n![](${elsewhere}/none.png)\n\n* 丙\n`
  await editor.write({ headline: '带回图片', body, category: '本地' })
  await editor.field('图片网址').fill(`${elsewhere}/lead.jpg`)
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  await desk.getByRole('button', { name: '把外来图片收进图库' }).click()
  await expect(desk.getByText('收进了 3 张')).toBeVisible()
  await expect(desk.getByText(`${elsewhere}/none.png`)).toBeVisible()
  await expect(desk.getByText('127.0.0.1没有给内容，回答是404')).toBeVisible()
  await expect(editor.field('图片网址')).toHaveValue(ours)
  await expect(editor.state).toContainText('已保存')
  const after = await editor.source.inputValue()
  expect(after.replaceAll(new RegExp(ours, 'g'), '@')).toBe(
    body.replace(`${elsewhere}/one.jpg`, '@').replace(`${elsewhere}/two.jpg`, '@'),
  )
  await desk.reload()
  await expect(editor.source).toHaveValue(after)

  const media = new MediaPage(desk)
  await media.open('?q=one.jpg')
  await media.picture('one.jpg').click()
  await expect(media.inspector.getByRole('link', { name: `${elsewhere}/one.jpg` })).toBeVisible()
  await expect(media.inspector.getByRole('link', { name: '带回图片' })).toBeVisible()
})

test('an address that is typed is brought home, and one that cannot be may stay', async ({ desk, elsewhere }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '插图', body: '甲。', category: '本地' })
  await editor.body.click()
  const ask = async (address: string) => {
    await editor.toolbar.getByRole('button', { name: /^图片/ }).click()
    await desk.getByRole('group', { name: '图片网址' }).getByRole('textbox').fill(address)
    await desk.keyboard.press('Enter')
  }
  await ask(`${elsewhere}/typed.jpg`)
  await expect(editor.body.locator('figure img')).toHaveAttribute('src', ours)
  await ask('http://127.0.0.1:9/no.jpg')
  await expect(desk.getByText('只能取 80 和 443 端口上的内容')).toBeVisible()
  await desk.getByRole('button', { name: '就用这个网址' }).click()
  await expect(editor.source).toHaveValue(/127\.0\.0\.1:9\/no\.jpg/)
})

test('pictures in what is pasted change their address in place, and one undo takes the paste back', async ({
  desk,
  elsewhere,
}) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '贴图', body: '原有的一段。', category: '本地' })
  const { buffer } = await photo('x.jpg', freshColour())
  const data = `data:image/jpeg;base64,${buffer.toString('base64')}`
  await pasteHtml(
    editor,
    `<p>贴来的字</p><img src="${elsewhere}/pasted.jpg"><p>中间</p><img src="${data}"><p>再来</p><img src="${elsewhere}/missing.png"><img src="data:image/png;base64,AAAA"><p>末尾</p>`,
  )
  await expect(editor.body.getByText('贴来的字')).toBeVisible()
  await expect(editor.body.locator('img[src^="/media/"]')).toHaveCount(2)
  await expect(editor.body.getByText('这里有一张没能带过来的图片')).toBeVisible()
  const said = desk.getByRole('status', { name: '贴进来的图片' })
  await expect(said).toContainText(`${elsewhere}/missing.png`)
  await expect(said).toContainText('不是能用的图片')
  const source = await editor.source.inputValue()
  expect(source.match(new RegExp(ours, 'g'))).toHaveLength(2)
  expect(source).toContain(`${elsewhere}/missing.png`)
  expect(source).not.toMatch(/data:|blob:/)
  await desk.keyboard.press('ControlOrMeta+z')
  await expect(editor.body.getByText('贴来的字')).toHaveCount(0)
  await expect(editor.body.locator('img, figure')).toHaveCount(0)
  await expect(editor.body.getByText('这里有一张没能')).toHaveCount(0)
  await expect(editor.body).toContainText('原有的一段。')
  await desk.keyboard.press('ControlOrMeta+Shift+z')
  await expect(editor.body.locator('img[src^="/media/"]')).toHaveCount(2)
  await expect.poll(async () => (await editor.source.inputValue()).match(new RegExp(ours, 'g'))?.length).toBe(2)
})

test('a picture that did not come is fetched anew when it is pasted again', async ({ desk }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '再贴一次', body: '甲。', category: '本地' })
  await desk.route('**/admin/media/upload', (route) => route.abort(), { times: 1 })
  const { buffer } = await photo('x.jpg', freshColour())
  const html = `<p>乙</p><img src="data:image/jpeg;base64,${buffer.toString('base64')}">`
  const said = desk.getByRole('status', { name: '贴进来的图片' })
  await pasteHtml(editor, html)
  await expect(said).toContainText('服务器没有回答')
  await pasteHtml(editor, html)
  await expect(editor.body.locator('figure img')).toHaveAttribute('src', ours)
  await expect(said).toBeEmpty()
})

test('picture files that are dropped on the text or pasted into it become figures', async ({ desk }) => {
  const editor = new EditorPage(desk)
  const media = new MediaPage(desk)
  await editor.openNew()
  await editor.write({ headline: '拖图', body: '第一段。\n\n第二段。', category: '本地' })
  await editor.body.click()
  await media.paste(editor.body, await photo('pasted.jpg', freshColour(), { credit: 'Zhou Mo' }))
  await expect(editor.body.locator('figure img')).toHaveAttribute('src', ours)
  await expect(editor.body.locator('figcaption')).toContainText('Zhou Mo')
  await media.drop(editor.body.getByText('第一段。'), await photo('dropped.jpg', freshColour()))
  await expect(editor.body.locator('figure img[src^="/media/"]')).toHaveCount(2)
  await media.paste(editor.body, { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await expect(desk.getByRole('status', { name: '贴进来的图片' })).toContainText('drawing.svg')
  await expect(editor.body.locator('figure')).toHaveCount(2)
  await expect(editor.state).toContainText('已保存')
})

test('a body that is saved before its pictures have come says that they are missing', async ({ desk }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '还没到', body: '甲。', category: '本地' })
  await desk.route('**/admin/media/upload', () => {})
  const { buffer } = await photo('x.jpg', freshColour())
  await pasteHtml(editor, `<p>乙</p><img src="data:image/jpeg;base64,${buffer.toString('base64')}">`)
  await expect(editor.body.locator('.waiting-picture img')).toBeVisible()
  await expect(editor.source).toHaveValue('甲。\n\n乙\n\n［这里有一张没能带过来的图片，请另行上传］')
})

test('the lead picture is chosen from the library, by keyboard', async ({ desk }) => {
  const media = new MediaPage(desk)
  await media.open()
  const name = `题图${freshColour().slice(1)}.jpg`
  await media.give(await photo(name, freshColour(), { credit: 'Zhou Mo' }))
  await expect(media.upload(name)).toContainText('已收进图库')
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '选题图', body: '甲。', category: '本地' })
  await desk.getByRole('button', { name: '从图库选图' }).click()
  const picker = desk.getByRole('dialog', { name: '从图库选图' })
  await picker.getByRole('searchbox').fill(name)
  await expect(picker.getByRole('list', { name: '图片' }).getByRole('listitem')).toHaveCount(1)
  await picker.getByRole('button', { name }).focus()
  await desk.keyboard.press('Enter')
  await picker.getByRole('button', { name: '用这张' }).click()
  await expect(editor.field('图片网址')).toHaveValue(ours)
  await expect(editor.field('图片署名')).toHaveValue('Zhou Mo')
  await desk.getByRole('button', { name: '从图库选图' }).click()
  await desk.keyboard.press('Escape')
  await expect(picker).toHaveCount(0)
  await expect(editor.field('图片网址')).toHaveValue(ours)
})
