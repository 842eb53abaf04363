import { shutPostgresql } from '../../store/scratch-postgresql'
import { startPortal } from '../portal'
import { expect, test } from '../test'

const server = process.env.DIBAO_TEST_POSTGRESQL ?? ''

test('a number that no article can have is not found, and breaks nothing', async ({ request, desk }) => {
  for (const after of ['999999999999999', '2147483648', '9'.repeat(30), '0', '-1', '1.5', '%00'])
    expect((await request.get(`/category/bendi.html?after=${after}`)).status(), after).toBe(404)
  for (const path of ['articles/999999999999999', 'articles?after=999999999999999-999999999999999'])
    expect((await desk.goto(`/admin/${path}`))?.status(), path).toBe(200)
})

test('the portal says when its store does not answer, and again when it does', async ({ request, store }, {
  project,
}) => {
  test.skip(store !== 'postgresql', 'a file does not go away')
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
  const portal = await startPortal({ demo: false })
  try {
    expect((await request.get(`${portal.url}/readyz`)).status()).toBe(200)
    await shutPostgresql(server, portal.databaseUrl, true)
    expect((await request.get(`${portal.url}/readyz`)).status()).toBe(503)
    expect((await request.get(`${portal.url}/healthz`)).status()).toBe(200)
    await shutPostgresql(server, portal.databaseUrl, false)
    expect((await request.get(`${portal.url}/readyz`)).status()).toBe(200)
    expect((await request.get(portal.url)).status()).toBe(200)
  } finally {
    await portal.stop()
  }
})

test('a server that is not there stops the start with one sentence, without its password', async ({ store }, {
  project,
}) => {
  test.skip(store !== 'postgresql', 'about servers')
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
  const started = startPortal({ env: { DATABASE_URL: 'postgresql://dibao:hunter2@127.0.0.1:1/dibao' } })
  const said = await started.then(
    () => 'it started',
    (error: Error) => error.message,
  )
  expect(said).toMatch(
    /^the portal ended: DATABASE_URL is "postgresql:\/\/…@127\.0\.0\.1:1\/dibao", where no store answers: [^\n]+\.\n$/,
  )
})
