import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../ask'
import { expect, test } from '../test'
import { startPortal } from '../portal'

const samples = join(import.meta.dirname, '../../../shared/samples/hostile')

/** Copy of our own that must never run, where the samples are not there. */
const own = [
  '<script>window.ran=1</script>',
  '<img src=x onerror="window.ran=1">',
  '<svg onload="window.ran=1"><a xlink:href="javascript:window.ran=1">x</a></svg>',
  '<a href="javascript:window.ran=1">链接</a>',
  '<a href="&#106;avascript:window.ran=1">链接</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<form action="https://evil.example"><button>点</button></form>',
  '<style>@import "https://evil.example/a.css"</style>',
  '<p style="background:url(https://evil.example/b)">底</p>',
  '<link rel=stylesheet href=https://evil.example/c.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.ran=1">',
  '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">',
  '<object data="https://evil.example/d"></object>',
  '<video poster="https://evil.example/e"></video>',
  '<a id="main" name="location">夺名</a>',
  '<textarea><img src=x onerror=window.ran=1>',
  '![图](javascript:window.ran=1)',
  '[链接](javascript:window.ran=1)',
  '<template><script>window.ran=1</script></template>',
]

function vectors(): string[] {
  if (!existsSync(samples)) return []
  const purify = JSON.parse(readFileSync(join(samples, 'dompurify/expect.json'), 'utf8')) as { payload: string }[]
  const payloads = JSON.parse(readFileSync(join(samples, 'html5sec/payloads.json'), 'utf8')) as Record<string, string>
  const items = JSON.parse(readFileSync(join(samples, 'html5sec/items.json'), 'utf8')) as { data: string }[]
  const filled = items.map(({ data }) => data.replace(/%([a-z_]+)%/g, (whole, name: string) => payloads[name] ?? whole))
  return [...purify.map(({ payload }) => payload), ...filled]
}

test('nothing in a body runs, loads or frames anything, in a browser without our policy', async ({
  browser,
  viewport,
}, { project }) => {
  test.skip(project.name !== 'desktop', 'the same on every screen, and whatever keeps the bodies')
  test.setTimeout(240_000)
  const bodies = [...own, ...vectors()]
  if (existsSync(samples)) expect(bodies.length).toBe(own.length + 223 + 149)
  const site = await mkdtemp(join(tmpdir(), 'dibao-hostile-'))
  await mkdir(join(site, '_posts'))
  await Promise.all(
    bodies.map((body, index) =>
      writeFile(
        join(site, '_posts', `2026-11-01-case-${index}.md`),
        `---\ntitle: "case ${index}"\ndate: 2026-11-01 08:00:00 +0800\ncategories: hostile\n---\n${index % 2 ? `<p>案例</p>\n${body}` : body}\n`,
      ),
    ),
  )
  const portal = await startPortal({ demo: false })
  const context = await browser.newContext({ viewport, bypassCSP: true })
  try {
    const report = JSON.parse((await portal.dibao('import', site, '--json')).stdout) as Record<
      string,
      { file: string; address?: string; reason?: string }[]
    >
    expect((report.created?.length ?? 0) + (report.refused?.length ?? 0)).toBe(bodies.length)
    const page = await context.newPage()
    const wrong: string[] = []
    let current = ''
    await page.addInitScript(() => {
      for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
        Object.defineProperty(window, name, { value: () => Object.assign(window, { ran: 1 }) })
    })
    page.on('dialog', (dialog) => dialog.dismiss())
    // Only the article is looked at here, as the store has it: what every page asks for is no part of it.
    await page.route('**/*', async (route) => {
      const asked = route.request()
      if (asked.isNavigationRequest() && asked.frame() === page.mainFrame()) return route.continue()
      const isOurs =
        asked.url().startsWith(`${portal.url}/_next/`) ||
        ['/favicon.svg', '/manifest.webmanifest', '/reader.js', '/speculation.json'].some(
          (path) => asked.url() === portal.url + path,
        )
      if (asked.resourceType() !== 'image' && !isOurs) wrong.push(`${current} asked for ${asked.url()}`)
      return route.abort()
    })
    const addresses = (report.created ?? []).flatMap(({ address }) => address ?? [])
    await page.goto(portal.url, { waitUntil: 'domcontentloaded' })
    while (addresses.length > 0) {
      const batch = addresses.splice(0, 30)
      current = `${batch[0]} or one of the next`
      const pages = await Promise.all(
        batch.map(async (address) => ({ address, html: (await ask(portal.url, address)).body.toString() })),
      )
      // Read once where nothing runs, and once more where everything does: what a second reading makes of it is tried as well.
      const bodies = await page.evaluate(
        (pages) =>
          pages.map(({ html }) => new DOMParser().parseFromString(html, 'text/html').querySelector('.body')?.outerHTML),
        pages,
      )
      wrong.push(...batch.filter((_, index) => !bodies[index]).map((address) => `${address} shows no body`))
      await page.setContent(
        bodies.map((body, index) => `<section title="${batch[index]}">${body}</section>`).join('\n'),
        {
          waitUntil: 'domcontentloaded',
        },
      )
      const found = await page.evaluate(() => {
        const sections = [...document.querySelectorAll('section')]
        for (const element of sections.flatMap((section) => [...section.querySelectorAll<HTMLElement>('*')])) {
          element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
          if (!(element instanceof HTMLAnchorElement)) element.click()
        }
        const dangerousIn = (section: Element) =>
          [...section.querySelectorAll('*')].flatMap((element) => [
            ...(/^(script|style|iframe|object|embed|form|base|meta|link|template|video|audio|math)$/i.test(
              element.tagName,
            )
              ? [element.tagName]
              : []),
            ...[...element.attributes]
              .filter(
                ({ name, value }) =>
                  /^on|^style$|^id$/i.test(name) ||
                  (/^(href|src|action|xlink:href)$/i.test(name) && /^\s*(javascript|vbscript|data):/i.test(value)),
              )
              .map(({ name }) => `${element.tagName}[${name}]`),
          ])
        return {
          ran: 'ran' in window,
          shown: sections.length,
          dangerous: sections.flatMap((section) => dangerousIn(section).map((what) => `${section.title} ${what}`)),
        }
      })
      wrong.push(...found.dangerous)
      if (found.ran) wrong.push(`${current} ran`)
      expect(found.shown).toBe(batch.length)
    }
    expect(wrong).toEqual([])
  } finally {
    await context.close()
    await portal.stop()
  }
})
