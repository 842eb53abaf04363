import { setTimeout as sleep } from 'node:timers/promises'
import type { PlannedRequest } from '../load/load-plan'
import { type Answer, headerOf } from '../http/answer-reader'
import { askOnce } from '../http/ask-once'
import { type Client, requestFor } from '../http/request'

/**
 * A request with what it must be answered from now on: a kept page to the byte. What is compressed while it is sent varies by a few bytes
 * with the moment, so of an answer that does not say its length a twentieth is allowed.
 */
export async function planRequest(
  port: number,
  path: string,
  client: Client,
): Promise<{ request: PlannedRequest; answer: Answer }> {
  const text = requestFor(path, client)
  // The second answer: the first may have made the page, and later ones come as kept.
  await askOnce(port, text)
  const answer = await askOnce(port, text)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  const { length } = answer.body
  const slack = headerOf(answer.head, 'content-length') === null ? Math.ceil(length / 20) : 0
  return {
    answer,
    request: { text, status: 200, leastBytes: length - slack, mostBytes: length + slack },
  }
}

const hitsUntilWellKept = 4

/** Asks for pages until a server counts them among those worth its best, and waits until it has done that: their bytes stay the same from then on. */
export async function keepWell(port: number, paths: string[], clients: Client[]): Promise<void> {
  for (const path of paths)
    for (const client of clients)
      for (let time = 0; time < hitsUntilWellKept; time++) await askOnce(port, requestFor(path, client))
  await sleep(2000)
}
