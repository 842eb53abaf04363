import { spawn } from 'node:child_process'
import { fromHtml } from 'hast-util-from-html'
import type { Element, Nodes } from 'hast'
import { join } from 'node:path'
import { ask } from '../ask'
import { articlePaths, everyKindOfPage } from '../pages/portal-pages'
import { EditorPage } from '../pages/editor-page'
import { freePort, type RunningPortal } from '../portal'
import { expect, test } from '../test'

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
})

test('a reader’s page runs nothing, asks nobody else for anything, keeps nothing, and is quiet', async ({
  browser,
  desk,
  portal,
  request,
}) => {
  test.slow()
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({
    headline: '将要撤回的一篇',
    body: '正文 <script>alert(1)</script> <!-- x -->',
    category: '县区',
  })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  const gone = new URL(await editor.address()).pathname
  await desk.goto(`/admin/articles/${editor.id}/kill`)
  await desk.getByRole('textbox', { name: /给读者的话/ }).fill('引用的数据未经复核。')
  await desk.getByRole('button', { name: /撤稿，立即生效/ }).click()
  await desk.waitForURL(`**/admin/articles/${editor.id}`)

  const plain = [...(await everyKindOfPage(request)), gone, '/yaowen/']
  const context = await browser.newContext({ baseURL: portal.url })
  const page = await context.newPage()
  const noises: string[] = []
  let at = ''
  page.on('console', (message) => noises.push(`${at}: ${message.type()} ${message.text()}`))
  page.on('pageerror', (error) => noises.push(`${at}: ${error.message}`))
  page.on('request', (asked) => {
    if (!asked.url().startsWith(portal.url)) noises.push(`${at}: asked ${asked.url()}`)
    if (asked.resourceType() === 'script' && asked.url() !== `${portal.url}/reader.js`)
      noises.push(`${at}: script ${asked.url()}`)
  })
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (answer.status() >= 400 && pathname !== at) noises.push(`${at}: ${answer.status()} ${pathname}`)
    if (answer.headers()['set-cookie']) noises.push(`${at}: cookie of ${pathname}`)
  })
  for (const path of [...plain, ...plain.map((one) => `/large${one}`)]) {
    at = path
    const answer = await page.goto(path)
    const status = answer?.status() ?? 0
    const expected = path.endsWith(gone) ? 410 : path.endsWith('/no/such/page.html') ? 404 : 200
    expect(status, path).toBe(expected)
    at = new URL(page.url()).pathname
    const found = await page.evaluate(() => ({
      scripts: [...document.scripts]
        .filter(
          ({ type, src }) =>
            !['application/ld+json', 'speculationrules'].includes(type) &&
            new URL(src, location.href).pathname !== '/reader.js',
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      announced: [...document.querySelectorAll('link[rel=modulepreload], link[as=script]')].length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      styles: document.querySelectorAll('[style], style').length,
      frames: document.querySelectorAll('iframe, object, embed').length,
      kept: localStorage.length + sessionStorage.length,
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      links: [...document.querySelectorAll('a[href^="/"]:not([data-variant])')].map(
        (link) => link.getAttribute('href') ?? '',
      ),
      size: document.documentElement.dataset.size,
    }))
    const { canonical, links, size, ...rest } = found
    expect(rest, path).toEqual({ scripts: [], announced: 0, handlers: [], styles: 0, frames: 0, kept: 0 })
    expect(size, path).toBe(path.startsWith('/large') ? 'large' : undefined)
    if (canonical !== null) expect(canonical, path).not.toContain('/large')
    // Whoever reads in large print goes on in large print, and who does not is never led there.
    const pages = links.filter((href) => /^[^.]*(?:\.html)?(?:[?#].*)?$/.test(href) && !href.startsWith('/admin'))
    expect(pages.length, path).toBeGreaterThan(3)
    for (const href of pages) expect(href.startsWith('/large/'), `${path} → ${href}`).toBe(size === 'large')
  }
  // A browser says in its console that a page answered 404 or 410: nothing else is said.
  expect(noises.filter((noise) => !/error Failed to load resource: .*40?4|410/.test(noise))).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('every page is the very document that Next makes, without its scripts', async ({ portal, request }) => {
  test.slow()
  const next = await startNext(portal)
  try {
    const paths = [
      '/',
      '/category/yaowen.html',
      '/categories',
      '/no/such/page.html',
      ...(await articlePaths(request)).slice(0, 8),
    ]
    for (const path of paths) {
      const whole = (await ask(next.url, path)).body.toString()
      const slim = (await ask(portal.url, path)).body.toString()
      expect(whole, path).toContain('self.__next_f')
      expect(slim, path).not.toMatch(
        /__next|<script(?! type="(?:application\/ld\+json|speculationrules)"| src="\/reader\.js")/,
      )
      expect(tidy(fromHtml(slim)), path).toEqual(tidy(fromHtml(whole)))
      const large = (await ask(portal.url, `/large${path}`)).body.toString()
      const unmarked = large
        .replace(' data-size="large"', '')
        .replaceAll(/(<(?:a|form) (?:(?! data-variant)[^>])*(?:href|action)=")\/large\/(?![^"]*" data-variant)/g, '$1/')
      expect(unmarked, path).toBe(slim)
    }
  } finally {
    await next.stop()
  }
})

/** What a browser makes of a document, but for scripts, what announces them, and comments. */
function tidy(node: Nodes): unknown {
  if (node.type === 'text') return node.value
  if (node.type !== 'root' && node.type !== 'element') return node.type
  const parts: unknown[] = []
  for (const child of node.children) {
    if (child.type === 'comment' || (child.type === 'element' && isFramework(child))) continue
    const part = tidy(child)
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts.splice(-1, 1, last + part)
    else parts.push(part)
  }
  return node.type === 'root' ? parts : [node.tagName, node.properties, ...parts]
}

function isFramework({ tagName, properties: { type, src, rel, hidden }, children }: Element): boolean {
  if (tagName === 'script') return type !== 'application/ld+json' && type !== 'speculationrules' && src !== '/reader.js'
  if (tagName === 'div') return hidden === true && children.every((child) => child.type === 'comment')
  // What is to be loaded early, Next writes into the document one time and into a header another.
  return tagName === 'link' && rel?.toString() === 'preload'
}

/** The same newspaper as Next serves it by itself, without our server in front. */
async function startNext({
  dataDir,
  databaseUrl,
  url: siteUrl,
}: RunningPortal): Promise<{ url: string; stop: () => Promise<void> }> {
  const root = join(import.meta.dirname, '../..')
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl,
        SITE_URL: siteUrl,
      } as NodeJS.ProcessEnv,
      stdio: 'ignore',
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(
      () =>
        fetch(`${url}/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200)
  return {
    url,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}
