import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../test'
import { startPortal } from '../portal'

test('older pages of a category are linked, each article stands on one of them, and their addresses keep their meaning while news arrives', async ({
  request,
}, { project }) => {
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
  test.slow()
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  await mkdir(join(site, '_posts'))
  const post = (number: number) => {
    const day = new Date(Date.UTC(2026, 9, 1, 0, number)).toISOString()
    return writeFile(
      join(site, '_posts', `${day.slice(0, 10)}-no${number}.md`),
      `---\nlayout: post\ntitle: "第${number}号公告"\ndate: ${day.slice(0, 19).replace('T', ' ')} +0000\ncategories: gonggao\ntags: 公告\n---\n第${number}号公告的全文。\n`,
    )
  }
  for (let number = 1; number <= 100; number++) await post(number)
  const portal = await startPortal({ demo: false })
  try {
    await portal.dibao('import', site)
    const pages = new Map<string, string[]>()
    const titles = new Set<string | undefined>()
    for (let path: string | null = '/category/gonggao.html'; path; ) {
      const html: string = await (await request.get(portal.url + path)).text()
      titles.add(/<title>([^<]*)/.exec(html)?.[1])
      pages.set(path, [...new Set([...html.matchAll(/no(\d+)\.html/g)].map(([, number = '']) => number))])
      path = /<a [^>]*rel="next"[^>]*>/.exec(html)?.[0].match(/href="([^"]+)"/)?.[1] ?? null
    }
    expect([...pages.keys()].length).toBe(4)
    // No two pages are called the same where a search engine lists them.
    expect(titles.size).toBe(4)
    expect([...pages.values()].flat()).toEqual(Array.from({ length: 100 }, (_, index) => String(100 - index)))

    for (let number = 101; number <= 120; number++) await post(number)
    await portal.dibao('import', site)
    for (const [path, numbers] of [...pages].slice(1)) {
      const html = await (await request.get(portal.url + path)).text()
      expect([...new Set([...html.matchAll(/no(\d+)\.html/g)].map(([, number = '']) => number))]).toEqual(numbers)
    }
  } finally {
    await portal.stop()
  }
})
