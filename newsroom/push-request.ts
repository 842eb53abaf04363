import { z } from 'zod'
import { encodePath } from './address'
import type { Job, JobKind } from './job'
import { Refusal } from './refusal'

/** What the search engines know the newspaper by; null where it tells them nothing, as it does until somebody wants it. */
export type PushSettings = {
  /** IndexNow: a name of our own making, that the newspaper shows at `/{key}.txt`. */
  indexNow: { key: string } | null
  /** 百度: the token that its 站长平台 gives, sealed. */
  baidu: { sealedToken: string } | null
}

export const noPush: PushSettings = { indexNow: null, baidu: null }

/** What each service takes as ours, opened; null where it is told nothing. */
export type PushKeys = Record<JobKind, string | null>

/** One request that tells of addresses. */
export type PushRequest = { address: string; type: string; body: string; statuses: number[] }

/** The most addresses that every service takes at once: 百度's limit; IndexNow's is five times as many. */
export const mostPaths = 2000

/** The services that the newspaper tells. */
export function pushedKinds({ indexNow, baidu }: PushSettings): JobKind[] {
  return [...(indexNow ? ['index-now' as const] : []), ...(baidu ? ['baidu' as const] : [])]
}

/** The request that a job is; null where the service is told nothing any more. */
export function pushRequest(
  { kind, paths }: Pick<Job, 'kind' | 'paths'>,
  keys: PushKeys,
  origin: string,
): PushRequest | null {
  const key = keys[kind]
  if (key === null) return null
  const addresses = paths.map((path) => `${origin}${encodePath(path)}`)
  return kind === 'index-now' ? toIndexNow(addresses, key, origin) : toBaidu(addresses, key, origin)
}

const baiduAnswer = z.object({
  success: z.number().default(0),
  not_same_site: z.array(z.string()).default([]),
  not_valid: z.array(z.string()).default([]),
})

/** What 百度 would not take although it answered well: null where it took something, or says nothing that we know. */
export function refusalIn(kind: JobKind, answer: string): Refusal | null {
  if (kind !== 'baidu') return null
  const { data } = baiduAnswer.safeParse(parseJson(answer))
  if (!data || data.success > 0) return null
  const left = data.not_same_site.length + data.not_valid.length
  return left === 0 ? null : new Refusal('push-not-taken', { count: left })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Where the newspaper shows its key, so that the search engines know who told them. */
export function indexNowPath(key: string): string {
  return `/${key}.txt`
}

/** Whether a text has the shape of a key of ours: 128 bits in hexadecimal. */
export function isIndexNowKey(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text)
}

/** IndexNow's bulk request (indexnow.org); 202 says that the key is still to be checked. */
function toIndexNow(urlList: string[], key: string, origin: string): PushRequest {
  const body = { host: new URL(origin).host, key, keyLocation: `${origin}${indexNowPath(key)}`, urlList }
  return {
    address: 'https://api.indexnow.org/indexnow',
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(body),
    statuses: [200, 202],
  }
}

/** 百度's 普通收录 API: an address a line. It takes plain HTTP only. */
function toBaidu(addresses: string[], token: string, origin: string): PushRequest {
  return {
    address: `http://data.zz.baidu.com/urls?${new URLSearchParams({ site: origin, token })}`,
    type: 'text/plain',
    body: addresses.join('\n'),
    statuses: [200],
  }
}
