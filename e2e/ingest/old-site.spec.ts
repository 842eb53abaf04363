import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../test'
import { startPortal } from '../portal'

const samples = join(import.meta.dirname, '../../../shared/samples/finews')

test('the old site comes in beside a running portal, and every address it had answers', async ({ request }, {
  project,
}) => {
  test.skip(!existsSync(samples), 'needs ../shared/samples')
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
  test.slow()
  const portal = await startPortal({ demo: false })
  try {
    const first = await portal.dibao('import', join(samples, 'site'), '--json')
    expect(first.code).toBe(0)
    const report = JSON.parse(first.stdout)
    expect(report.created.length).toBe(64)
    expect(report.created.every(({ file, address }: { file: string; address: string }) => file && address)).toBe(true)
    expect(report.repaired.map(({ file }: { file: string }) => file)).toEqual([
      '_posts/-202205262391921712.md',
      '_posts/2021-12-08-202112082206703990.md',
    ])

    const rows = readFileSync(join(samples, 'permalinks.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
    expect(rows.length).toBe(63)
    for (const [path = '', url = ''] of rows) {
      const answer = await request.get(portal.url + url)
      expect(answer.status(), url).toBe(200)
      const title = /^title: "(.*)"$/m.exec(readFileSync(join(samples, 'site', path), 'utf8'))?.[1] ?? ''
      expect(await answer.text(), url).toContain(title.split(' ')[0]?.replace(/&/g, '&amp;'))
      expect((await request.get(portal.url + url, { maxRedirects: 0 })).status(), url).toBe(
        url.startsWith('/old_post/') ? 301 : 200,
      )
    }
    for (const path of ['/emnews/', '/emnews']) {
      const moved = await request.get(portal.url + path, { maxRedirects: 0 })
      expect([moved.status(), moved.headers().location]).toEqual([301, '/category/emnews.html'])
    }
    const second = JSON.parse((await portal.dibao('import', join(samples, 'site'), '--json')).stdout)
    expect([second.created, second.updated, second.refused, second.repaired, second.kept].flat()).toEqual([])
  } finally {
    await portal.stop()
  }
})
