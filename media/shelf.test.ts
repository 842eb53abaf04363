import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clearUnfinishedPuts, diskShelf } from './disk-shelf'
import { openShelf } from './open-shelf'
import { s3Shelf } from './s3-shelf'
import type { Shelf } from './shelf'
import { readShelfUrl } from './shelf-url'

const folder = mkdtempSync(join(tmpdir(), 'dibao-shelf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An S3 of our own for these tests, without a bucket in it; `npm test` starts one where it can. */
const service = process.env.DIBAO_TEST_S3
const place = service ? readShelfUrl(service) : null
const bucket =
  place?.is === 's3' && place.key && place.secret ? { ...place, key: place.key, secret: place.secret } : null

const kinds: [name: string, open: () => Promise<Shelf>][] = [['a folder', async () => diskShelf(join(folder, 'shelf'))]]
if (bucket) kinds.push(['a bucket', async () => s3Shelf({ ...bucket, bucket: await newBucket() })])

async function newBucket(): Promise<string> {
  if (!bucket) throw new Error('DIBAO_TEST_S3 names no bucket')
  const name = `scratch-${randomUUID()}`
  const client = new AwsClient({
    accessKeyId: bucket.key,
    secretAccessKey: bucket.secret,
    service: 's3',
    region: bucket.region,
  })
  const made = await client.fetch(`${bucket.endpoint}/${name}`, { method: 'PUT' })
  if (!made.ok) throw new Error(await made.text())
  return name
}

async function all(shelf: Shelf, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const key of shelf.list(prefix)) keys.push(key)
  return keys.sort()
}

describe.each(kinds)('pictures in %s', (_kind, open) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await open()
  })

  it('are not there before they are put there', async () => {
    expect(await shelf.get('public/ab/400.jpg')).toBeNull()
    expect(await shelf.has('public/ab/400.jpg')).toBe(false)
    expect(await all(shelf, 'public/')).toEqual([])
  })
  it('come back as they were, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256))
    await shelf.put('public/ab/400.jpg', bytes)
    expect((await shelf.get('public/ab/400.jpg'))?.equals(bytes)).toBe(true)
    expect(await shelf.has('public/ab/400.jpg')).toBe(true)
  })
  it('may hold nothing', async () => {
    await shelf.put('unfinished/0a.jpg', Buffer.alloc(0))
    expect(await shelf.get('unfinished/0a.jpg')).toEqual(Buffer.alloc(0))
    expect(await shelf.has('unfinished/0a.jpg')).toBe(true)
    await shelf.remove('unfinished/0a.jpg')
  })
  it('put twice are the second ones', async () => {
    await shelf.put('public/ab/800.jpg', Buffer.from('first, and longer'))
    await shelf.put('public/ab/800.jpg', Buffer.from('second'))
    expect((await shelf.get('public/ab/800.jpg'))?.toString()).toBe('second')
  })
  it('are listed by how they begin', async () => {
    await shelf.put('public/ac/400.webp', Buffer.from('x'))
    await shelf.put('originals/abc.jpg', Buffer.from('x'))
    expect(await all(shelf, 'public/')).toEqual(['public/ab/400.jpg', 'public/ab/800.jpg', 'public/ac/400.webp'])
    expect(await all(shelf, 'public/ab/4')).toEqual(['public/ab/400.jpg'])
    expect(await all(shelf, 'public/b')).toEqual([])
    expect(await all(shelf, '')).toHaveLength(4)
  })
  it('are gone when they are removed, and removing them again does no harm', async () => {
    for (let times = 0; times < 2; times++) await shelf.remove('public/ac/400.webp')
    expect(await shelf.get('public/ac/400.webp')).toBeNull()
    expect(await all(shelf, 'public/ac/')).toEqual([])
  })
  it('are read whole while they are being replaced', async () => {
    const versions = ['a', 'b'].map((letter) => Buffer.alloc(300_000, letter))
    let isDone = false
    const writing = (async () => {
      for (let times = 0; times < 20; times++)
        await shelf.put('public/ad/400.jpg', versions[times % 2] ?? Buffer.alloc(0))
      isDone = true
    })()
    while (!isDone) {
      const read = await shelf.get('public/ad/400.jpg')
      expect(read === null || versions.some((version) => version.equals(read))).toBe(true)
    }
    await writing
  })
  it.each([
    '',
    '/',
    '../secret',
    'a/../b',
    '/etc/passwd',
    'a//b',
    'a/',
    '.env',
    'a/.b',
    'a\\b',
    'a b',
    '新闻',
    'a\0',
    'a/b/c.d.e',
    'x'.repeat(201),
  ])('have no key such as %j', async (key) => {
    const acts: ((bad: string) => Promise<unknown>)[] = [
      shelf.get,
      shelf.has,
      shelf.remove,
      (bad) => shelf.put(bad, Buffer.from('x')),
    ]
    for (const act of acts) await expect(Promise.resolve(key).then(act)).rejects.toThrow('not a key')
  })
})

describe('a folder', () => {
  it('never lists what was not finished, nor keeps what could not be', async () => {
    const shelf = diskShelf(join(folder, 'broken'))
    await shelf.put('public/ab/400.jpg', Buffer.from('x'))
    writeFileSync(join(folder, 'broken/public/ab/.unfinished-of-a-process-that-died'), 'half')
    expect(await all(shelf, '')).toEqual(['public/ab/400.jpg'])
    // A folder stands where the file should be.
    await expect(shelf.put('public/ab', Buffer.from('x'))).rejects.toThrow()
    expect(readdirSync(join(folder, 'broken/public'))).toEqual(['ab'])
  })
})

describe('what a put that never ended has left', () => {
  it('goes when it is old, and what is being written or is whole stays', async () => {
    const shelf = diskShelf(join(folder, 'left'))
    await shelf.put('public/ab/400.jpg', Buffer.from('x'))
    const now = Date.now()
    const leave = (name: string, age: number) => {
      const path = join(folder, 'left', name)
      writeFileSync(path, 'half')
      utimesSync(path, new Date(now - age), new Date(now - age))
      return path
    }
    const old = leave('public/ab/.unfinished-1', 7_200_000)
    const older = leave('.unfinished-2', 90_000_000)
    const young = leave('public/.unfinished-3', 60_000)
    const foreign = leave('public/.keep', 90_000_000)
    expect(await clearUnfinishedPuts(join(folder, 'left'), { before: new Date(now - 3_600_000) })).toBe(2)
    expect([old, older, young, foreign].map((path) => existsSync(path))).toEqual([false, false, true, true])
    expect(await shelf.get('public/ab/400.jpg')).toEqual(Buffer.from('x'))
  })
  it('is nothing where there is no shelf yet', async () =>
    expect(await clearUnfinishedPuts(join(folder, 'never-made'), { before: new Date() })).toBe(0))
})

describe.skipIf(!bucket)('a bucket (needs DIBAO_TEST_S3)', () => {
  it('that does not know the secret refuses everything, and the secret is not repeated', async () => {
    if (!bucket) return
    const stranger = s3Shelf({ ...bucket, bucket: await newBucket(), secret: 'hunter2' })
    const acts = [
      () => stranger.put('a/b.jpg', Buffer.from('x')),
      () => stranger.get('a/b.jpg'),
      () => all(stranger, ''),
    ]
    for (const act of acts) {
      const error: Error = await act().then(
        () => new Error('it let a stranger in'),
        (thrown) => thrown,
      )
      expect(error.message).toMatch(/failed a (PUT|GET): 403 SignatureDoesNotMatch\.$/)
      expect(error.message).not.toMatch(/hunter2|testing/)
    }
  })
  it('that is not there is told from a picture that is not', async () => {
    if (!bucket) return
    const shelf = s3Shelf({ ...bucket, bucket: 'nobody-made-this' })
    await expect(shelf.get('a/b.jpg')).rejects.toThrow('404 NoSuchBucket')
    await expect(shelf.put('a/b.jpg', Buffer.from('x'))).rejects.toThrow('404 NoSuchBucket')
  })
  it('is listed to its end, however many pages that takes', async () => {
    if (!bucket) return
    const shelf = s3Shelf({ ...bucket, bucket: await newBucket(), pageLength: 10 })
    const keys = Array.from({ length: 35 }, (_, at) => `unfinished/${String(at).padStart(4, '0')}.jpg`)
    await Promise.all(keys.map((key) => shelf.put(key, Buffer.alloc(0))))
    expect(await all(shelf, 'unfinished/')).toEqual(keys)
  })
})

describe('a bucket whose service', () => {
  let service: Server
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  let asked = 0
  let shelf: Shelf
  beforeAll(async () => {
    service = createServer((request, response) => {
      asked++
      request.resume().on('end', () => answer(request, response))
    })
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
    const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
    shelf = s3Shelf({ endpoint, bucket: 'pictures', region: 'us-east-1', key: 'k', secret: 'hunter2' })
  })
  afterEach(() => {
    asked = 0
  })
  afterAll(() => service.close())

  it('stumbles once or twice is asked again', async () => {
    answer = (_request, response) => (asked < 3 ? response.writeHead(503).end() : response.end('bytes'))
    expect((await shelf.get('a/b.jpg'))?.toString()).toBe('bytes')
    expect(asked).toBe(3)
  })
  it('hangs up is asked again', async () => {
    answer = (request, response) => (asked < 2 ? request.socket.destroy() : response.end('bytes'))
    expect((await shelf.get('a/b.jpg'))?.toString()).toBe('bytes')
  })
  it('fails thrice has failed', async () => {
    answer = (_request, response) => response.writeHead(500).end('<Error><Code>InternalError</Code></Error>')
    await expect(shelf.put('a/b.jpg', Buffer.from('x'))).rejects.toThrow('failed a PUT: 500 InternalError.')
    expect(asked).toBe(3)
  })
  it('says no is believed the first time', async () => {
    answer = (_request, response) => response.writeHead(403).end('<Code>AccessDenied</Code>')
    await expect(shelf.has('a/b.jpg')).rejects.toThrow('failed a HEAD: 403')
    expect(asked).toBe(1)
  })
  it('is asked by path, signed, with what the picture is', async () => {
    let seen: IncomingMessage | undefined
    answer = (request, response) => {
      seen = request
      response.end()
    }
    await shelf.put('public/ab/400.webp', Buffer.from('x'))
    expect(seen).toMatchObject({ method: 'PUT', url: '/pictures/public/ab/400.webp' })
    expect(seen?.headers).toMatchObject({
      'content-type': 'image/webp',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=k\/\d+\/us-east-1\/s3\/aws4_request/),
    })
  })
  it('does not answer at all has failed, and says how', async () => {
    const endpoint = 'http://127.0.0.1:2' // where nobody listens
    const nowhere = s3Shelf({ endpoint, bucket: 'pictures', region: 'x', key: 'k', secret: 's' })
    await expect(nowhere.get('a/b.jpg')).rejects.toThrow(`at ${endpoint} failed a GET: ECONNREFUSED.`)
  })
})

describe('the address of a shelf', () => {
  it('is a folder or a bucket', () => {
    expect(readShelfUrl('file:/srv/pictures')).toEqual({ is: 'disk', folder: '/srv/pictures' })
    expect(readShelfUrl('s3://pictures?endpoint=https://s3.example')).toEqual({
      is: 's3',
      endpoint: 'https://s3.example',
      bucket: 'pictures',
      region: 'us-east-1',
      key: null,
      secret: null,
    })
    expect(readShelfUrl('s3://a.b-c/?endpoint=http://127.0.0.1:9000/&region=cn-east-1&key=k&secret=s%2B%2F')).toEqual({
      is: 's3',
      endpoint: 'http://127.0.0.1:9000',
      bucket: 'a.b-c',
      region: 'cn-east-1',
      key: 'k',
      secret: 's+/',
    })
  })
  it.each([
    '',
    'file:',
    '/srv/pictures',
    's3://pictures',
    's3://?endpoint=https://s3.example',
    's3://Pictures_?endpoint=https://s3.example',
    's3://pictures/folder?endpoint=https://s3.example',
    's3://k:s@pictures?endpoint=https://s3.example',
    's3://pictures?endpoint=s3.example',
    's3://pictures?endpoint=https://s3.example/path',
    's3://pictures?endpoint=https://k:s@s3.example',
    's3://pictures?endpoint=ftp://s3.example',
    'https://s3.example/pictures',
  ])('is never %j', (url) => expect(readShelfUrl(url)).toBeNull())
  it('opens with a key and a secret in it', () => {
    const address = 's3://pictures?endpoint=https://s3.example'
    expect(() => openShelf(address)).toThrow('The bucket pictures needs a key and a secret.')
    expect(() => openShelf(`${address}&key=k`)).toThrow('needs a key and a secret')
    expect(openShelf(`${address}&key=k&secret=s`)).toHaveProperty('put')
    expect(() => openShelf('ftp://x')).toThrow(/^A shelf is file:/)
  })
})
