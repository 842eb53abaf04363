import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { EditorPage } from '../pages/editor-page'
import { MediaPage } from '../pages/media-page'
import { freshColour, photo } from '../photos'
import { expect, test } from '../test'

const hostile = join(import.meta.dirname, '../../../shared/samples/hostile')

test('pictures are brought by choosing, dropping and pasting, and each says what became of it', async ({ desk }) => {
  const media = new MediaPage(desk)
  await media.open()
  const colour = freshColour()
  const bridge = await photo('大桥.jpg', colour, { credit: 'Zhou Mo' })
  await media.give(bridge, await photo('river.jpg', freshColour()))
  await expect(media.upload('大桥.jpg')).toContainText('已收进图库')
  await expect(media.upload('river.jpg')).toContainText('已收进图库')
  await expect(media.picture('大桥.jpg')).toBeVisible()
  await media.drop(desk.locator('body'), await photo('dropped.jpg', freshColour()))
  await expect(media.upload('dropped.jpg')).toContainText('已收进图库')
  await media.paste(desk.locator('body'), await photo('pasted.jpg', freshColour()))
  await expect(media.upload('pasted.jpg')).toContainText('已收进图库')

  await media.give({ ...bridge, name: '又一份.jpg' })
  await expect(media.upload('又一份.jpg')).toContainText('图库里已经有这一张')
  await media.upload('又一份.jpg').getByRole('button', { name: '大桥.jpg' }).click()
  await expect(media.field('署名')).toHaveValue('Zhou Mo')
})

test('what is no picture is refused with a sentence beside its name, and nothing of it is kept', async ({ desk }) => {
  test.slow()
  const media = new MediaPage(desk)
  await media.open()
  const whole = await photo('x.jpg', freshColour())
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const cases = [
    ['bomb.png', bomb, '最多60百万像素'],
    ['page.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), '不是能用的图片'],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '不是能用的图片'],
    ['broken.jpg', whole.buffer.subarray(0, whole.buffer.length / 2), '已损坏'],
    ['empty.jpg', Buffer.alloc(0), '图片文件是空的'],
    ['huge.jpg', Buffer.concat([whole.buffer, Buffer.alloc(30_000_000)]), '最多30MB'],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), '不是能用的图片'],
  ] as const
  for (const [name, buffer] of cases) await media.give({ name, mimeType: 'image/jpeg', buffer })
  for (const [name, , sentence] of cases)
    await expect(media.upload(name), name).toContainText(sentence, { timeout: 20_000 })
  // The same file would be refused again.
  await expect(media.uploads.getByRole('button', { name: '再传一次' })).toHaveCount(0)
  for (const [name] of cases) await expect(media.picture(name)).toHaveCount(0)
})

test('no hostile sample becomes a picture', async ({ desk, portal }) => {
  test.skip(!existsSync(hostile), '../shared/samples is not there')
  const files = readdirSync(hostile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  expect(files.length).toBeGreaterThan(0)
  // One after another: what finds no place would be refused unseen.
  for (const path of files) {
    const answer = await desk.request.post('/admin/media/upload', {
      headers: { origin: portal.url, 'x-file-name': encodeURIComponent(path) },
      data: readFileSync(path),
    })
    expect([415, 422], path).toContain(answer.status())
    expect((await answer.json()).outcome, path).toBe('refused')
  }
})

test('only who is signed in brings pictures, and only from a page of the desk', async ({ desk, portal, request }) => {
  const { buffer } = await photo('x.jpg', freshColour())
  const origin = portal.url
  expect((await request.post('/admin/media/upload', { headers: { origin }, data: buffer })).status()).toBe(401)
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }])
    expect((await desk.request.post('/admin/media/upload', { headers, data: buffer })).status()).toBe(403)
})

test('what is said of a picture is kept, found again, and reaches readers', async ({ desk, page }) => {
  const media = new MediaPage(desk)
  await media.open()
  const name = `焦点${freshColour().slice(1)}`
  await media.give(await photo(`${name}.jpg`, freshColour()))
  await media.upload(name).getByRole('button', { name }).click()
  await media.field('说明').fill(`${name}首班车`)
  await media.field(/^替代文字/).fill('桥上有车驶过')
  await media.field('署名').fill('摄影 周默')
  await media.field('许可到（含这一天）').fill('2099-12-31')
  const focus = media.inspector.getByRole('button', { name: /^焦点/ })
  await focus.focus()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) await desk.keyboard.press(key)
  await expect(media.inspector.getByRole('button', { name: '焦点：横 35%，竖 55%' })).toBeVisible()
  await focus.click({ position: { x: 20, y: 20 } })
  await expect(media.inspector.getByRole('button', { name: /^焦点：横 \d%|焦点：横 1\d%/ })).toBeVisible()
  await media.save()
  await expect(media.inspector.getByText('已保存')).toBeVisible()

  await media.open(`?q=${encodeURIComponent(name)}`)
  await expect(media.pictures.getByRole('listitem')).toHaveCount(1)
  await expect(media.pictures).toContainText('到 2099-12-31')
  const address = await desk.locator('.focus img').first().getAttribute('src')

  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: `${name}通车`, body: '通车了。', category: '本地' })
  await editor.field('图片网址').fill(address ?? '')
  await editor.publish()
  const published = await editor.address()
  await page.goto(published)
  const shown = page.getByRole('img', { name: '桥上有车驶过' })
  await expect(shown).toHaveClass(/fx-[01] fy-[01]/)
  expect(await shown.evaluate((image) => getComputedStyle(image).objectPosition)).toMatch(/^(0|10)% (0|10)%$/)
  await expect(page.getByText('摄影 周默')).toBeVisible()

  // What is said later reaches them as well, at once.
  await media.open(`?q=${encodeURIComponent(name)}`)
  await media.picture(name).click()
  await expect(media.inspector.getByRole('link', { name: `${name}通车` })).toBeVisible()
  await expect(media.inspector.getByRole('button', { name: '从图库移除' })).toHaveCount(0)
  await media.field('署名').fill('摄影 顾临')
  await media.save()
  await expect(media.inspector.getByText('已保存')).toBeVisible()
  await page.reload()
  await expect(page.getByText('摄影 顾临')).toBeVisible()
})

test('publishing is refused while a picture says nothing to who cannot see it, and names the picture', async ({
  desk,
}) => {
  const media = new MediaPage(desk)
  await media.open()
  const name = `没写${freshColour().slice(1)}.jpg`
  await media.give(await photo(name, freshColour()))
  await media.upload(name).getByRole('button', { name }).click()
  const address = await media.inspector.locator('.focus img').getAttribute('src')
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '没有替代文字', body: `甲\n\n![](${address})`, category: '本地' })
  await editor.publish()
  await expect(editor.state).toContainText(`图片“${name}”没有替代文字`)
  await expect(desk).toHaveURL(/\/admin\/articles\/\d+$/)
  const article = desk.url()
  await media.open(`?q=${encodeURIComponent(name)}`)
  await media.picture(name).click()
  await media.inspector.getByLabel('只是装饰，读屏跳过').check()
  await media.save()
  await expect(media.inspector.getByText('已保存')).toBeVisible()
  await desk.goto(article)
  await editor.publish()
  await expect(desk.getByRole('textbox', { name: '文章地址' }).first()).toBeVisible()
})

test('two people’s words about one picture: the second is told, and loses none', async ({ desk, colleague }) => {
  const [mine, theirs] = [new MediaPage(desk), new MediaPage(colleague)]
  await mine.open()
  const name = `两人${freshColour().slice(1)}.jpg`
  await mine.give(await photo(name, freshColour()))
  await mine.upload(name).getByRole('button', { name }).click()
  await theirs.open(`?q=${encodeURIComponent(name)}`)
  await theirs.picture(name).click()
  await theirs.field('署名').fill('摄影 对方')
  await theirs.save()
  await expect(theirs.inspector.getByText('已保存')).toBeVisible()
  await mine.field('署名').fill('摄影 我')
  await mine.save()
  await expect(mine.inspector.getByRole('status')).toContainText('刚改过这张图片的资料')
  await expect(mine.inspector.getByRole('status')).toContainText('署名：摄影 对方')
  await expect(mine.field('署名')).toHaveValue('摄影 我')
  await mine.save()
  await expect(mine.inspector.getByText('已保存')).toBeVisible()
})

test('the same is said of many pictures at once, and what was typed is saved on going on', async ({
  desk,
  isMobile,
}) => {
  const media = new MediaPage(desk)
  const tag = freshColour().slice(1)
  await media.open(`?q=${tag}`)
  const names = ['甲', '乙', '丙'].map((name) => `${name}${tag}.jpg`)
  for (const name of names) await media.give(await photo(name, freshColour()))
  for (const name of names) await expect(media.picture(name)).toBeVisible()
  for (const name of names.slice(0, 2)) await media.pictures.getByLabel(`选中：${name}`).check()
  const bar = desk.getByRole('form', { name: '已选 2 张' })
  await bar.getByLabel('署名').fill('东陆图片社')
  await bar.getByLabel('许可', { exact: true }).fill('图片社授权')
  await bar.getByRole('button', { name: '写到选中的图片' }).click()
  await expect(desk.getByText('2 张已改好')).toBeVisible()
  await expect(media.pictures.getByText('东陆图片社')).toHaveCount(2)
  await expect(bar).toHaveCount(0)

  if (isMobile) return
  await media.picture(names[2] ?? '').click()
  await media.field('署名').fill('摄影 许听澜')
  await media.picture(names[0] ?? '').click()
  await expect(media.pictures.getByText('摄影 许听澜')).toBeVisible()
})

test('what is typed while a save is under way is saved too, on going on', async ({ desk, isMobile }) => {
  test.skip(isMobile, 'a phone shows one picture at a time')
  const media = new MediaPage(desk)
  const tag = freshColour().slice(1)
  await media.open(`?q=${tag}`)
  const names = ['甲', '乙'].map((name) => `${name}${tag}.jpg`)
  for (const name of names) await media.give(await photo(name, freshColour()))
  for (const name of names) await expect(media.picture(name)).toBeVisible()
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await media.picture(names[0] ?? '').click()
  await expect(media.inspector.getByText('还没有稿件用它。')).toBeVisible()
  await desk.route('**/admin/media?*', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await media.field('署名').fill('摄影 甲')
  await media.save()
  await media.field('署名').fill('摄影 乙')
  await media.picture(names[1] ?? '').click()
  answer()
  await expect(media.pictures.getByText('摄影 乙')).toBeVisible()
})

test('an unused picture is removed for good, and the same bytes can come again', async ({ desk, request }) => {
  const media = new MediaPage(desk)
  await media.open()
  const file = await photo(`移除${freshColour().slice(1)}.jpg`, freshColour())
  await media.give(file)
  await media.upload(file.name).getByRole('button', { name: file.name }).click()
  const address = (await media.inspector.locator('.focus img').getAttribute('src')) ?? ''
  expect((await request.get(address)).status()).toBe(200)
  await media.inspector.getByRole('button', { name: '从图库移除' }).click()
  await media.inspector.getByRole('button', { name: '移除', exact: true }).click()
  await expect(desk.getByText('已移除')).toBeVisible()
  await expect(media.picture(file.name)).toHaveCount(0)
  await expect.poll(async () => (await request.get(address)).status()).toBe(404)
  await media.give({ ...file, name: `又来${file.name}` })
  await expect(media.picture(`又来${file.name}`)).toBeVisible()
  await expect.poll(async () => (await request.get(address)).status()).toBe(200)
})

test('the keyboard alone goes through the library', async ({ desk, isMobile }) => {
  test.skip(isMobile, 'a phone has none')
  const media = new MediaPage(desk)
  const tag = freshColour().slice(1)
  await media.open(`?q=${tag}`)
  const names = ['一', '二', '三'].map((name) => `${name}${tag}.jpg`)
  for (const name of names) {
    await media.give(await photo(name, freshColour()))
    await expect(media.picture(name)).toBeVisible()
  }
  // Newest first: 三 二 一.
  await media.picture(names[2] ?? '').focus()
  await desk.keyboard.press('ArrowRight')
  await expect(media.picture(names[1] ?? '')).toBeFocused()
  await desk.keyboard.press('End')
  await expect(media.picture(names[0] ?? '')).toBeFocused()
  await desk.keyboard.press('ArrowLeft')
  await expect(media.inspector.getByRole('form', { name: names[1] })).toBeVisible()
  await desk.keyboard.press('x')
  await expect(media.pictures.getByLabel(`选中：${names[1]}`)).toBeChecked()
  await desk.keyboard.press('a')
  await expect(media.field(/^替代文字/)).toBeFocused()
  await desk.keyboard.type('a x u /')
  await expect(media.field(/^替代文字/)).toHaveValue('a x u /')
  await media.picture(names[1] ?? '').focus()
  await desk.keyboard.press('/')
  await expect(desk.getByRole('searchbox', { name: '找图' })).toBeFocused()
})
