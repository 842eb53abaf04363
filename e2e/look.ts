import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { existsSync } from 'node:fs'
import { EditorPage } from './pages/editor-page'
import { MediaPage } from './pages/media-page'
import { administrator, type RunningPortal, startPortal } from './portal'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'look')
const oldSite = join(root, '../shared/samples/finews/site')

const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
}
type Size = keyof typeof sizes
const variants = ['light', 'dark', 'large', 'print'] as const

/** Writes pictures of every page to `look/`, from a portal on a scratch copy: the demonstration, the old site where it is there, and an empty one. */
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.DIBAO_BROWSER_PATH,
  args: process.env.DIBAO_BROWSER_ARGS?.split(' '),
})
try {
  await lookAt('demo', {}, async (portal) => {
    await readersPages(portal, 'demo', variants, [
      ['front', '/'],
      ['category', '/category/chanye.html'],
      ['categories', '/categories'],
      ['tag', `/tag/${encodeURIComponent('足球')}`],
      ['source', `/source/${encodeURIComponent('棠州日报')}`],
      ['security', '/security/sz.309206'],
      ['flash', '/flash'],
      ['archive', '/archive'],
      ['search', `/search?q=${encodeURIComponent('砚江')}`],
      ['search-relevance', `/search?q=${encodeURIComponent('砚江')}&by=relevance`],
      ['search-nothing', `/search?q=${encodeURIComponent('砚江 "没有这回事" 之后:昨天')}`],
      ['search-blank', '/search'],
      ['missing', '/nothing/here.html'],
      ...(await articles(portal)),
    ])
    await desk(portal)
  })
  if (existsSync(oldSite)) {
    await lookAt('wire', { demo: false }, async (portal) => {
      await portal.dibao('import', oldSite)
      await readersPages(
        portal,
        'wire',
        ['light'],
        [
          ['front', '/'],
          ['category', '/category/emnews.html'],
          ['categories', '/categories'],
          ['flash', '/emnews/2021/12/08/202112082206742097.html'],
          ['story', '/emnews/2022/05/26/202205262391921712.html'],
        ],
      )
    })
  }
  await lookAt('empty', { demo: false }, (portal) =>
    readersPages(
      portal,
      'empty',
      ['light'],
      [
        ['front', '/'],
        ['categories', '/categories'],
      ],
    ),
  )
} finally {
  await browser.close()
}
console.log(`The pictures are in ${folder}.`)

async function lookAt(
  name: string,
  start: Parameters<typeof startPortal>[0],
  look: (portal: RunningPortal) => Promise<void>,
): Promise<void> {
  console.log(`Looking at ${name} …`)
  const portal = await startPortal(start)
  try {
    await look(portal)
  } finally {
    await portal.stop()
  }
}

async function articles(portal: RunningPortal): Promise<[string, string][]> {
  const index = await (await fetch(`${portal.url}/sitemap.xml`)).text()
  const paths: string[] = []
  for (const [, part] of index.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const map = await (await fetch(part ?? '')).text()
    for (const [, address] of map.matchAll(/<loc>([^<]+)<\/loc>/g)) paths.push(new URL(address ?? '').pathname)
  }
  const named = ['bridge-closed', 'closing-night', 'flash-cold-wave-blue', 'market-moves', 'mug-cost', 'old-lifts']
  const days = paths.filter((path) => path.startsWith('/archive/')).sort()
  const [month, day] = [days.findLast((path) => path.split('/').length === 4), days.at(-1)]
  return [
    ...named.flatMap((name) => {
      const path = paths.find((one) => one.endsWith(`/${name}.html`))
      return path ? [[`article-${name}`, path] as [string, string]] : []
    }),
    ...(month && day
      ? ([
          ['archive-month', month],
          ['archive-day', day],
        ] as [string, string][])
      : []),
  ]
}

async function readersPages(
  portal: RunningPortal,
  name: string,
  looks: readonly (typeof variants)[number][],
  pages: [string, string][],
): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes) as [Size, (typeof sizes)[Size]][]) {
    for (const variant of looks) {
      const page = await open(browser, { portal, viewport, dark: variant === 'dark', scripts: variant !== 'print' })
      if (variant === 'print') await page.emulateMedia({ media: 'print' })
      for (const [title, path] of pages) {
        await page.goto(`${portal.url}${variant === 'large' ? '/large' : ''}${path}`)
        await loadPictures(page)
        await page.screenshot({ path: join(folder, `${name}-${title}-${size}-${variant}.png`), fullPage: true })
      }
      await page.context().close()
    }
  }
}

/** A picture of the whole page shows what a reader sees after scrolling: pictures that wait to come into view are fetched. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pictures = [...document.querySelectorAll('img')]
    for (const picture of pictures) picture.loading = 'eager'
    // Other people's pictures may never come.
    await Promise.race([
      Promise.all(pictures.map((picture) => picture.decode().catch(() => {}))),
      new Promise((resolve) => setTimeout(resolve, 3000)),
    ])
  })
}

async function desk(portal: RunningPortal): Promise<void> {
  for (const [size, viewport] of [
    ['desktop', sizes.desktop],
    ['phone', sizes.phone],
  ] as const) {
    for (const dark of [false, true]) {
      const page = await open(browser, { portal, viewport, dark, scripts: true })
      const shot = async (title: string) =>
        page.screenshot({ path: join(folder, `desk-${title}-${size}-${dark ? 'dark' : 'light'}.png`) })
      await page.goto(`${portal.url}/admin/sign-in`)
      await shot('sign-in')
      await page.getByLabel('邮箱').fill(administrator.email)
      await page.getByLabel('密码').fill(administrator.password)
      await page.getByRole('button', { name: '登录' }).click()
      await page.waitForURL('**/admin/articles')
      await shot('articles')
      for (const [title, path] of [
        ['editor', '/admin/articles/1'],
        ['new', '/admin/articles/new'],
        ['preview', '/admin/articles/1/preview'],
        ['versions', '/admin/articles/1/versions'],
        ['search', `/admin/search?q=${encodeURIComponent('三桥')}`],
        ['kill', '/admin/articles/1/kill'],
        ['correct', '/admin/articles/1/correct'],
        ['address', '/admin/articles/1/address'],
        ['categories', '/admin/categories'],
        ['names', '/admin/names?kind=source'],
        ['staff', '/admin/staff'],
        ['partners', '/admin/partners'],
        ['push', '/admin/settings/push'],
        ['settings', '/admin/settings'],
      ] as const) {
        await page.goto(portal.url + path, { waitUntil: 'networkidle' })
        await shot(title)
      }
      await fillLibrary(page)
      await shot('media')
      await page.goto(`${portal.url}/admin/articles/new`, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: '从图库选图' }).first().click()
      await page.getByRole('dialog').locator('img').first().waitFor()
      await shot('picker')
      const { address, close } = await disagree(page, portal)
      await shot('conflict')
      await page.getByRole('radio', { name: '用对方的' }).first().check()
      await page.goto(`${address}/versions`, { waitUntil: 'networkidle' })
      await page.getByRole('link', { name: '没有并进的' }).click()
      await page.waitForURL('**aside=**')
      await shot('set-aside')
      await close()
      await page.context().close()
    }
  }
}

/** Brings the demonstration's pictures into the library, and chooses one. What is there already stays. */
async function fillLibrary(page: Page): Promise<void> {
  const media = new MediaPage(page)
  await media.open()
  const pictures = join(root, 'content/pictures')
  const names = (await readdir(pictures)).filter((name) => name.endsWith('.jpg')).slice(0, 6)
  const files = names.map(async (name) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: await readFile(join(pictures, name)),
  }))
  await media.give(...(await Promise.all(files)))
  await media.uploads
    .getByRole('listitem')
    .getByRole('button')
    .nth(names.length - 1)
    .waitFor()
  await media.open()
  await media.pictures.getByRole('button').first().click()
  await media.inspector.locator('img').first().waitFor()
  await loadPictures(page)
}

/** Has somebody else save first, and shows where the two are put together. */
async function disagree(page: Page, portal: RunningPortal): Promise<{ address: string; close: () => Promise<void> }> {
  const text = '第一段没有人动。\n\n“要早早出门。”她说。\n\n第三段也没有人动。'
  const [mine, colleague] = [new EditorPage(page), new EditorPage(await page.context().newPage())]
  await page.goto(`${portal.url}/admin/articles/new`)
  await mine.body.waitFor()
  await mine.write({ headline: '新桥通车，通勤缩短二十分钟', body: text })
  await mine.save()
  await page.getByText('已保存').waitFor()
  const address = page.url()
  await colleague.page.goto(address)
  await colleague.body.waitFor()
  await colleague.headline.fill('新桥今晨通车，通勤缩短二十分钟')
  await colleague.writeSource(text.replace('早早', '提前一个小时'))
  await colleague.save()
  await colleague.page.getByText('已保存').waitFor()
  await mine.writeSource(text.replace('早早', '绕二桥，早一个半小时'))
  await mine.headline.fill('新桥通车首日，通勤缩短二十分钟')
  await page.getByRole('button', { name: '去合并' }).click()
  return { address, close: () => colleague.page.close() }
}

async function open(
  from: Browser,
  {
    portal,
    viewport,
    dark,
    scripts,
  }: { portal: RunningPortal; viewport: { width: number; height: number }; dark: boolean; scripts: boolean },
): Promise<Page> {
  const context = await from.newContext({
    baseURL: portal.url,
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: scripts,
  })
  return context.newPage()
}
