import { ask } from '../ask'
import { startPortal } from '../portal'
import { expect, test } from '../test'

test('search engines are told of nothing until somebody wants it, and find the key then', async () => {
  const portal = await startPortal({ demo: false })
  const first = await portal.dibao('push')
  expect(first.stdout).toContain('IndexNow   off\nBaidu      off\nJobs       0 waiting, 0 done, 0 given up')
  const wrong = await portal.dibao('push', '--index-now', 'perhaps')
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('push takes --index-now on or off')])

  const on = await portal.dibao('push', '--index-now', 'on', '--baidu', 'a-secret-token')
  expect(on.code).toBe(0)
  expect(on.stdout + on.stderr).not.toContain('a-secret-token')
  const path = /IndexNow {3}on; the key is shown at \S+?(\/[0-9a-f]{32}\.txt)/.exec(on.stdout)?.[1] ?? ''
  await expect(async () => {
    const key = await ask(portal.url, path)
    expect([key.status, key.body.toString()]).toEqual([200, path.slice(1, -4)])
  }).toPass()
  expect((await ask(portal.url, `/${'0'.repeat(32)}.txt`)).status).toBe(404)

  await portal.dibao('push', '--index-now', 'off')
  await expect(async () => expect((await ask(portal.url, path)).status).toBe(404)).toPass()
  await portal.stop()
})
