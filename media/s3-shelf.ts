import { setTimeout as wait } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { typeOf } from './media-type'
import { checkKey, type Shelf } from './shelf'

export type Bucket = {
  endpoint: string
  bucket: string
  region: string
  key: string
  secret: string
  /** Keys that one question of a list asks for; services give 1,000 at most. */
  pageLength?: number
}

/**
 * A shelf in a bucket of a service that speaks S3, addressed by path. Every question has a time and is asked thrice at most; what still fails
 * then is thrown, with the service's own word for it and nothing that is secret.
 */
export function s3Shelf({ endpoint, bucket, region, key, secret, pageLength = 1000 }: Bucket): Shelf {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region, retries: 0 })
  const place = `${endpoint}/${bucket}`

  return {
    async put(key, bytes) {
      await ask('PUT', addressOf(key), { body: Buffer.from(bytes), headers: { 'content-type': typeOf(key) } })
    },
    get: async (key) => (await ask('GET', addressOf(key), { mayBeAbsent: true }))?.body ?? null,
    has: async (key) => (await ask('HEAD', addressOf(key), { mayBeAbsent: true })) !== null,
    remove: async (key) => void (await ask('DELETE', addressOf(key), { mayBeAbsent: true })),
    async *list(prefix) {
      const query = new URLSearchParams({ 'list-type': '2', 'max-keys': String(pageLength), prefix })
      for (let next: string | undefined = ''; next !== undefined; ) {
        if (next !== '') query.set('continuation-token', next)
        const page = (await ask('GET', `${place}?${query}`))?.body.toString() ?? ''
        // Keys are letters and digits (`checkKey`), which XML writes as they are.
        for (const [, key = ''] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) yield key
        next = /<NextContinuationToken>([^<]*)</.exec(page)?.[1]
      }
    },
  }

  function addressOf(key: string): string {
    checkKey(key)
    return `${place}/${key.split('/').map(encodeURIComponent).join('/')}`
  }

  /** Null for what is not there, where that may be. */
  async function ask(
    method: string,
    address: string,
    { mayBeAbsent = false, ...init }: { mayBeAbsent?: boolean; body?: Buffer<ArrayBuffer>; headers?: HeadersInit } = {},
  ): Promise<{ body: Buffer } | null> {
    for (let tries = 1; ; tries++) {
      const answer = await askOnce(method, address, init)
      if (answer.status >= 200 && answer.status < 300) return answer
      if (answer.status === 404 && mayBeAbsent && !/NoSuchBucket/.test(answer.body.toString())) return null
      if (tries === mostTries || (answer.status < 500 && answer.status !== 429)) throw failure(method, answer)
      await wait(tries * tries * 100)
    }
  }

  async function askOnce(method: string, address: string, init: RequestInit): Promise<Answer> {
    try {
      const response = await client.fetch(address, { ...init, method, signal: AbortSignal.timeout(patience) })
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
    } catch (error) {
      return { status: nobody, body: Buffer.from(reasonOf(error)) }
    }
  }

  function failure(method: string, { status, body }: Answer): Error {
    const text = body.toString()
    const reason = status === nobody ? text : (/<Code>([\w.]+)<\/Code>/.exec(text)?.[1] ?? 'no reason given')
    return new Error(
      `The bucket ${bucket} at ${endpoint} failed a ${method}: ${status === nobody ? '' : `${status} `}${reason}.`,
    )
  }
}

type Answer = { status: number; body: Buffer }

const mostTries = 3
/** Milliseconds of one question. An original has at most 30 MB. */
const patience = 30_000
/** No status: nobody answered. It counts as a fault of the other side, and is tried again. */
const nobody = 599

function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: undefined }
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.name : String(error)
}
