import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openDarkroom } from '../../media/darkroom'
import { originalKey, unfinishedKey } from '../../media/keys'
import { openShelf } from '../../media/open-shelf'
import { startPortal } from '../portal'
import { expect, test } from '../test'

const photo = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'X' } })

test('a picture is sent for ever, at its one address, to whoever asks and runs nothing', async ({
  portal,
  request,
  page,
}) => {
  const darkroom = openDarkroom(openShelf(`file:${join(portal.dataDir, 'media')}`))
  const { address, sha256 } = await darkroom.develop(await photo('#204060').toBuffer())
  await darkroom.settled()
  const folder = `/media/${sha256.slice(0, 20)}`

  for (const [path, type] of [
    [address, 'image/jpeg'],
    [`${folder}/400.jpg`, 'image/jpeg'],
    [`${folder}/400.webp`, 'image/webp'],
    [`${folder}/900.avif`, 'image/avif'],
    [`/%6dedia//${sha256.slice(0, 20)}/400%2Ejpg?x=1`, 'image/jpeg'],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    const headers = answer.headers()
    expect(headers, path).toMatchObject({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
    })
    expect(headers['set-cookie'], path).toBeUndefined()
    const known = await request.get(path, { headers: { 'if-none-match': `"x", W/${headers.etag}` } })
    expect([known.status(), (await known.body()).length, known.headers().etag]).toEqual([304, 0, headers.etag])
    const head = await request.head(path)
    expect([head.status(), (await head.body()).length]).toEqual([200, 0])
    expect((await request.post(path)).status()).toBe(405)
  }

  await page.goto('/')
  const seen = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  }, `${folder}/900.avif`)
  expect(seen).toEqual([900, 600])
})

test('what is no picture of ours is not there, and the original never is', async ({ portal, request }) => {
  const darkroom = openDarkroom(openShelf(`file:${join(portal.dataDir, 'media')}`))
  const { sha256 } = await darkroom.develop(await photo('#604020').toBuffer())
  await darkroom.settled()
  const folder = `/media/${sha256.slice(0, 20)}`
  for (const path of [`${folder}/800.jpg`, `/media/${'0'.repeat(20)}/400.jpg`, `${folder}/900.png`]) {
    const answer = await request.get(path)
    expect([answer.status(), answer.headers()['cache-control']], path).toEqual([404, 'public, max-age=60'])
  }
  for (const path of [
    `/media/${sha256}.jpg`,
    `/media/originals/${sha256}.jpg`,
    `${folder}/../../originals/${sha256}.jpg`,
    `/media/originals%2f${sha256}.jpg/400.jpg`,
    `/api/media/originals/${sha256}.jpg`,
    `/api/media/..%2foriginals/${sha256}.jpg`,
    `/originals/${sha256}.jpg`,
  ])
    expect((await request.get(path)).status(), path).toBeGreaterThanOrEqual(400)
  // Other addresses below /media/ are readers' pages as any, for old sites that have some.
  expect((await request.get('/media/old-story.html')).headers()['content-type']).toContain('text/html')
  expect((await request.get('/media/2021/old-story.html')).headers()['content-type']).toContain('text/html')
})

test('a picture without its AVIF is shown all the same, and a start finishes it', async ({ playwright }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dibao-pictures-'))
  const shelf = openShelf(`file:${join(dataDir, 'media')}`)
  const darkroom = openDarkroom(shelf)
  const picture = await darkroom.develop(await photo('#206040').toBuffer())
  await darkroom.settled()
  const hash = picture.sha256.slice(0, 20)
  // As a process leaves it that ended in the middle; the mark is held back until the stand-in was seen.
  await shelf.remove(`public/${hash}/900.avif`)
  const portal = await startPortal({ dataDir, demo: false })
  const request = await playwright.request.newContext({ baseURL: portal.url })
  const standIn = await request.get(`/media/${hash}/900.avif`)
  expect([standIn.status(), standIn.headers()['content-type'], standIn.headers()['cache-control']]).toEqual([
    200,
    'image/webp',
    'public, max-age=60',
  ])
  await portal.stop()

  await shelf.put(unfinishedKey(originalKey(picture)), Buffer.alloc(0))
  const again = await startPortal({ dataDir, demo: false })
  const asked = await playwright.request.newContext({ baseURL: again.url })
  await expect
    .poll(async () => (await asked.get(`/media/${hash}/900.avif`)).headers()['content-type'])
    .toBe('image/avif')
  await again.stop()
  await Promise.all([request.dispose(), asked.dispose()])
  await rm(dataDir, { recursive: true, force: true })
})

test('an article shows its pictures in the width and format that suit its reader', async ({ portal, page }) => {
  const darkroom = openDarkroom(openShelf(`file:${join(portal.dataDir, 'media')}`))
  const lead = await darkroom.develop(await photo('#402060').toBuffer())
  const within = await darkroom.develop(await photo('#602040').toBuffer())
  await darkroom.settled()
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  await mkdir(join(site, '_posts'))
  await writeFile(join(site, '_config.yml'), 'timezone: Asia/Shanghai\n')
  await writeFile(
    join(site, '_posts/2026-11-20-bridge.md'),
    `---\ntitle: 大桥通车\ndate: 2026-11-20 10:00:00 +0800\ncategories: qiao\ntags: 桥\nimage: ${lead.address}\nimage_alt: 桥面\n---\n\n通车了。\n\n![桥墩](${within.address})\n`,
  )
  expect((await portal.dibao('import', site)).code).toBe(0)
  await rm(site, { recursive: true, force: true })

  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  await page.goto('/qiao/2026/11/20/bridge.html')
  for (const [alt, address] of [
    ['桥面', lead.address],
    ['桥墩', within.address],
  ] as const) {
    const picture = page.getByRole('img', { name: alt })
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveAttribute('src', address)
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/\/\d+\.avif$/)
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  }
  // On the front and in its category as well.
  await page.goto('/category/qiao.html')
  await expect(page.locator(`picture > img[src="${lead.address}"]`)).toHaveCount(1)
  expect(wrong).toEqual([])
})
