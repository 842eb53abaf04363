import { ask } from '../ask'
import { expect, test } from '../test'

test('an administrator gives articles to a partner, at an address that is shown once and can be taken back', async ({
  desk,
  portal,
}) => {
  await desk.goto('/admin/partners')
  await desk.getByRole('textbox', { name: '名称' }).fill('棠州电台')
  await desk.getByRole('combobox', { name: '内容' }).selectOption({ label: '摘要' })
  await desk.getByRole('checkbox', { name: '本地' }).check()
  await desk.getByRole('button', { name: '生成地址' }).click()
  const address = await desk.getByRole('textbox', { name: '供稿地址' }).inputValue()
  expect(address).toMatch(/\/partner\/[\w-]{43}\/feed\.atom$/)
  await expect(desk.getByRole('rowheader', { name: '棠州电台' })).toBeVisible()
  await desk.reload()
  expect(await desk.content()).not.toContain(new URL(address).pathname.split('/')[2])

  const { pathname } = new URL(address)
  const atom = await ask(portal.url, pathname)
  expect(atom.status).toBe(200)
  expect(atom.headers).toMatchObject({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  })
  const text = atom.body.toString()
  expect(text).toContain('<category term="本地"/>')
  expect(text).not.toContain('<content')
  const next = /<link href="([^"]+)" rel="next"/.exec(text)?.[1]
  if (next) {
    const older = await ask(portal.url, new URL(next).pathname + new URL(next).search)
    expect(older.status).toBe(200)
    expect(older.body.toString()).not.toBe(text)
  }
  expect((await ask(portal.url, pathname, { headers: { 'if-none-match': atom.headers.etag ?? '' } })).status).toBe(304)
  expect((await ask(portal.url, pathname.replace('.atom', '.rss'))).headers['content-type']).toContain('rss+xml')
  expect(JSON.parse((await ask(portal.url, pathname.replace('.atom', '.json'))).body.toString()).title).toContain(
    '棠州电台',
  )

  await desk.getByRole('button', { name: '收回：棠州电台' }).click()
  await desk.getByRole('button', { name: '确定收回' }).click()
  await expect(desk.getByRole('cell', { name: '已收回' })).toBeVisible()
  const gone = await ask(portal.url, pathname)
  const unknown = await ask(portal.url, `/partner/${'a'.repeat(43)}/feed.atom`)
  expect([gone.status, unknown.status]).toEqual([404, 404])
  // Nobody is told whether there ever was one.
  expect(gone.body).toEqual(unknown.body)
  expect(portal.said()).not.toContain(pathname.split('/')[2])
  // What is no secret is the newspaper's own.
  expect((await ask(portal.url, '/partner/about.html')).status).toBe(404)
})
