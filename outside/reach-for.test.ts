import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchOutside } from './fetch-outside'
import { internet } from './reach'
import { reachFor } from './reach-for'

let server: Server
let trial: { host: string; port: number }

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/secret' }).end()
    else if (request.url === '/named')
      response.writeHead(302, { location: `http://localhost:${trial.port}/a.png` }).end()
    else response.end('bytes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  trial = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
})
afterAll(() => void server.close())

const wanted = { accept: 'image/*', mostBytes: 100, milliseconds: 5000 }
const fetchIn = (address: string, given: typeof trial | null = trial) =>
  fetchOutside(address, wanted, reachFor(address, given))

describe('a trial', () => {
  it('reaches its one host and port', async () =>
    expect((await fetchIn(`http://127.0.0.1:${trial.port}/a.png`)).bytes.toString()).toBe('bytes'))
  it('is the internet for every other address', () => {
    for (const address of [
      'https://example.org/a.png',
      `https://127.0.0.1:${trial.port}/a.png`,
      `http://127.0.0.1:${trial.port + 1}/a.png`,
      `http://127.0.0.2:${trial.port}/a.png`,
      'http://127.0.0.1/a.png',
      'nonsense',
    ])
      expect(reachFor(address, trial), address).toBe(internet)
  })
  it('leads nowhere else', async () => {
    await expect(fetchIn(`http://127.0.0.1:${trial.port}/away`)).rejects.toMatchObject({ reason: 'outside-port' })
    await expect(fetchIn(`http://127.0.0.1:${trial.port}/named`)).rejects.toMatchObject({ reason: 'outside-unreached' })
  })
  it('is nothing where nobody set one', async () => {
    await expect(fetchIn(`http://127.0.0.1:${trial.port}/a.png`, null)).rejects.toMatchObject({
      reason: 'outside-port',
    })
  })
})
