import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './env'
import { readShelfUrl } from './media/shelf-url'

const sentenceFor = (from: Record<string, string | undefined>) => {
  try {
    readEnvironment(from)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return null
}

describe('the environment', () => {
  it('that says nothing is the defaults', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      siteUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      databaseUrl: `file:${resolve('data/dibao.db')}`,
      mediaUrl: `file:${resolve('data/media')}`,
      zone: 'Asia/Shanghai',
      demo: true,
      firstAdministrator: null,
      development: false,
    })
  })
  it('that says nothing at length is too: an empty value is none', () => {
    expect(
      readEnvironment({
        PORT: '',
        HOST: '',
        SITE_URL: '',
        DATA_DIR: '',
        DATABASE_URL: '',
        MEDIA_URL: '',
        MEDIA_KEY: '',
        MEDIA_SECRET: '',
        ADMIN_EMAIL: '',
        ADMIN_PASSWORD: '',
        DEMO: '',
        WORKERS: '',
        SITE_TIME_ZONE: '',
        DIBAO_DEV: '',
      }),
    ).toEqual(readEnvironment({}))
  })
  it('is taken at its word', () => {
    expect(
      readEnvironment({
        PORT: '8080',
        HOST: '0.0.0.0',
        SITE_URL: 'https://tangzhou.example/',
        DATA_DIR: '/var/dibao',
        SITE_TIME_ZONE: 'Europe/Berlin',
        DEMO: '0',
        DIBAO_DEV: '1',
        ADMIN_EMAIL: 'a@example.org',
        ADMIN_PASSWORD: 'twelve chars',
      }),
    ).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      siteUrl: 'https://tangzhou.example',
      dataDir: '/var/dibao',
      databaseUrl: 'file:/var/dibao/dibao.db',
      zone: 'Europe/Berlin',
      demo: false,
      development: true,
      firstAdministrator: { email: 'a@example.org', password: 'twelve chars' },
    })
  })
  it('follows the port in its own address', () =>
    expect(readEnvironment({ PORT: '0' })).toMatchObject({ port: 0, siteUrl: 'http://localhost:0' }))
  it('makes a database’s path absolute', () => {
    expect(readEnvironment({ DATABASE_URL: 'file:here/x.db' }).databaseUrl).toBe(`file:${resolve('here/x.db')}`)
    expect(readEnvironment({ DATABASE_URL: 'file:/there/x.db' }).databaseUrl).toBe('file:/there/x.db')
  })
  it.each([
    'postgresql://dibao:secret@db.example:5432/dibao',
    'postgres://dibao:p@ss@db.example/dibao?sslmode=require',
    'postgresql:///dibao?host=/var/run/postgresql',
  ])('may name a PostgreSQL server: %s', (url) => expect(readEnvironment({ DATABASE_URL: url }).databaseUrl).toBe(url))
  it('may name a folder for pictures, or a bucket with its key and secret in it or beside it', () => {
    expect(readEnvironment({ MEDIA_URL: 'file:pictures' }).mediaUrl).toBe(`file:${resolve('pictures')}`)
    const address = 's3://pictures?endpoint=https://s3.example'
    const placeOf = (given: Record<string, string>) => readShelfUrl(readEnvironment(given).mediaUrl)
    const place = { is: 's3', bucket: 'pictures', endpoint: 'https://s3.example', key: 'k', secret: 's+/&=' }
    expect(placeOf({ MEDIA_URL: address, MEDIA_KEY: 'k', MEDIA_SECRET: 's+/&=' })).toMatchObject(place)
    expect(placeOf({ MEDIA_URL: `${address}&key=k&secret=s%2B/%26%3D` })).toMatchObject(place)
    expect(
      placeOf({ MEDIA_URL: `${address}&key=old&secret=old`, MEDIA_KEY: 'k', MEDIA_SECRET: 's+/&=' }),
    ).toMatchObject(place)
    expect(sentenceFor({ MEDIA_URL: address, MEDIA_KEY: 'hunter2' })).toBe(
      'MEDIA_URL names a bucket; set MEDIA_KEY and MEDIA_SECRET to what its service knows this newspaper by.',
    )
  })
  it('may hold anything else', () =>
    expect(readEnvironment({ HOME: '/root', PATH: ':', 'odd name': '\n' })).toEqual(readEnvironment({})))
})

describe('a wrong value', () => {
  it.each([
    ['PORT', 'abc', 'takes a number from 0 to 65535'],
    ['PORT', '70000', 'takes a number from 0 to 65535'],
    ['PORT', '-1', 'takes a number from 0 to 65535'],
    ['PORT', '30.5', 'takes a number from 0 to 65535'],
    ['PORT', ' ', 'takes a number from 0 to 65535'],
    ['SITE_URL', 'tangzhou.example', 'takes the public origin'],
    ['SITE_URL', 'ftp://tangzhou.example', 'takes the public origin'],
    ['SITE_URL', 'https://tangzhou.example/news', 'takes the public origin'],
    ['SITE_URL', 'https://tangzhou.example/?a=1', 'takes the public origin'],
    ['SITE_URL', 'https://', 'takes the public origin'],
    ['DATABASE_URL', 'mysql://x', 'takes file:'],
    ['DATABASE_URL', 'dibao.db', 'takes file:'],
    ['DATABASE_URL', 'file:', 'takes file:'],
    ['DATABASE_URL', 'postgresql://', 'takes file: and a path, or postgresql://name:password@host:port/database'],
    ['DATABASE_URL', 'postgresql://db.example:port/dibao', 'takes file:'],
    ['DATABASE_URL', 'postgresql:dibao', 'takes file:'],
    ['MEDIA_URL', 's3://bucket', 'takes file:'],
    ['MEDIA_URL', 'pictures', 'takes file: and a path, or s3://bucket?endpoint=https://host&region=name'],
    ['MEDIA_URL', 's3://pictures?endpoint=s3.example', 'takes file:'],
    ['DEMO', 'true', 'takes 0 or 1'],
    ['DEMO', '2', 'takes 0 or 1'],
    ['WORKERS', '0', 'takes a number from 1 to 64'],
    ['WORKERS', '65', 'takes a number from 1 to 64'],
    ['WORKERS', 'two', 'takes a number from 1 to 64'],
    ['PAGE_CACHE_MB', '8', 'takes megabytes, from 16'],
    ['SITE_TIME_ZONE', 'Beijing', 'takes an IANA time zone'],
    ['SITE_TIME_ZONE', 'local', 'takes an IANA time zone'],
    ['DIBAO_DEV', 'yes', 'takes 0 or 1'],
  ])('%s=%s is one sentence with its name, what it got and what it takes', (name, value, takes) => {
    const sentence = sentenceFor({ [name]: value })
    expect(sentence).toContain(`${name} is ${JSON.stringify(value)}; it ${takes}`)
    expect(sentence).toMatch(/^[^\n]+\.$/)
  })
  it('of the first administrator’s address is told', () =>
    expect(sentenceFor({ ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: 'long enough it is' })).toBe(
      'ADMIN_EMAIL is "nobody"; it takes an e-mail address.',
    ))
  it('of half a first administrator is told', () => {
    expect(sentenceFor({ ADMIN_EMAIL: 'a@example.org' })).toMatch(
      /^ADMIN_EMAIL and ADMIN_PASSWORD come together[^\n]+\.$/,
    )
    expect(sentenceFor({ ADMIN_PASSWORD: 'long enough it is' })).toMatch(
      /^ADMIN_EMAIL and ADMIN_PASSWORD come together/,
    )
  })
  it('never repeats a password', () => {
    expect(sentenceFor({ ADMIN_EMAIL: 'a@example.org', ADMIN_PASSWORD: 'hunter2' })).toBe(
      'ADMIN_PASSWORD is a value that does not fit; it takes a password of at least 12 characters.',
    )
    for (const from of [
      { ADMIN_PASSWORD: 'hunter2' },
      { DATABASE_URL: 'mysql://dibao:hunter2@db.example/dibao' },
      { DATABASE_URL: 'postgresql://dibao:p@hunter2@db.example:port/dibao' },
      { DATABASE_URL: 'postgresql:dibao:hunter2@db.example/dibao' },
      { DATABASE_URL: 'postgresql://db.example:port/dibao?password=hunter2' },
      { MEDIA_URL: 's3://key:hunter2@bucket' },
      { MEDIA_URL: 's3://bucket?endpoint=s3.example&secret=hunter2&key=hunter2' },
      { SITE_URL: 'ftp://dibao:hunter2@example.org' },
    ]) {
      expect(sentenceFor(from)).toMatch(/takes/)
      expect(sentenceFor(from)).not.toContain('hunter2')
    }
  })
})

describe('a trial of fetching', () => {
  const trial = { DIBAO_OUTSIDE_TRIAL: '127.0.0.1:4321' }
  it('is off where nobody asks for it', () => expect(readEnvironment({}).outsideTrial).toBeNull())
  it('names one port of this machine', () =>
    expect(readEnvironment(trial).outsideTrial).toEqual({ host: '127.0.0.1', port: 4321 }))
  it.each(['10.0.0.1:80', '127.0.0.1', 'localhost:80', '127.0.0.1:0', '*'])('is not %s', (given) =>
    expect(sentenceFor({ DIBAO_OUTSIDE_TRIAL: given })).toContain('DIBAO_OUTSIDE_TRIAL'),
  )
  it.each([
    { HOST: '0.0.0.0' },
    { SITE_URL: 'https://tangzhou.example' },
    { SITE_URL: 'http://tangzhou.example' },
    { SITE_URL: 'http://localhost.evil.example' },
  ])('is refused where readers could come: %j', (where) =>
    expect(sentenceFor({ ...trial, ...where })).toContain('for tests on one machine'),
  )
})
