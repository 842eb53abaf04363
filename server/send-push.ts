import type { PushRequest } from '@/newsroom/push-request'
import { fetchOutside } from '@/outside/fetch-outside'

/** Sends a request that tells a search engine of addresses, and gives its answer. Throws a Refusal where it was not taken. */
export async function sendPush({ address, type, body, statuses }: PushRequest): Promise<string> {
  const { bytes } = await fetchOutside(address, {
    accept: 'application/json',
    mostBytes: 100_000,
    milliseconds: 20_000,
    post: { type, body, statuses },
  })
  return bytes.toString('utf8')
}
