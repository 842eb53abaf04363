import { type IncomingMessage, Agent as PlainAgent, request as askPlainly } from 'node:http'
import { Agent as SecureAgent, request as askSecurely } from 'node:https'
import { Refusal } from '@/newsroom/refusal'
import { internet, type Reach, type Resolved, resolveHost } from './reach'
import { readBody } from './read-body'
import { readTarget } from './read-target'

export type Wanted = {
  /** Media types, as the header takes them. What comes may be anything all the same: judge it by its content. */
  accept: string
  /** Of the body, unpacked. */
  mostBytes: number
  /** For all of it: names, redirects, every byte. */
  milliseconds: number
  /** What is sent there instead of only asking, and the answers that say it was taken. It is sent to that address and no further. */
  post?: { type: string; body: string; statuses: readonly number[] }
}

export type Fetched = {
  /** Where it was found, after redirects. */
  address: string
  /** The media type as the other side names it, in lower case and without parameters; empty where it names none. */
  type: string
  bytes: Buffer
}

const mostRedirects = 5

/**
 * Fetches an address that somebody gave us from the internet and from nowhere else: not from this machine, not from its network, whatever
 * the address is called, where it leads, or what its name means the second time it is looked up; or sends something there. No cookie, password or proxy is used.
 * Throws a Refusal (`address-shape`, `outside-…`) that says what was wrong.
 */
export async function fetchOutside(address: string, wanted: Wanted, reach: Reach = internet): Promise<Fetched> {
  const deadline = startDeadline(wanted)
  let at = readTarget(address, reach)
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(at, await resolveHost(at.hostname, reach, deadline), wanted, deadline)
    const next = wanted.post ? null : redirectOf(answer)
    if (next === null) {
      const { mostBytes, post } = wanted
      const bytes = await readBody(answer, { host: at.hostname, mostBytes, deadline, statuses: post?.statuses })
      return { address: at.href, type: typeOf(answer), bytes }
    }
    answer.destroy()
    if (redirects === mostRedirects) throw new Refusal('outside-redirects', { most: mostRedirects })
    at = readTarget(next, reach, at)
  }
}

/** Aborts with the refusal itself as its reason. */
function startDeadline({ milliseconds }: Wanted): AbortSignal {
  const control = new AbortController()
  const refusal = new Refusal('outside-slow', { seconds: Math.ceil(milliseconds / 1000) })
  setTimeout(() => control.abort(refusal), milliseconds).unref()
  return control.signal
}

/** Asks at one of the addresses that were checked: the name is not looked up again. Resolves when the head of the answer is there. */
function ask(
  url: URL,
  resolved: Resolved[],
  { accept, post }: Wanted,
  deadline: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const asked = (isSecure ? askSecurely : askPlainly)(url, {
      // An agent of our own: nobody's proxy, and no connection that was opened for another name.
      agent: isSecure ? new SecureAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false }),
      lookup: (_host, { all }, then) =>
        all ? then(null, resolved) : then(null, resolved[0]?.address ?? '', resolved[0]?.family),
      signal: deadline,
      method: post ? 'POST' : 'GET',
      headers: {
        accept,
        'accept-encoding': 'identity',
        'user-agent': 'Dibao/1.0',
        ...(post && { 'content-type': post.type, 'content-length': Buffer.byteLength(post.body) }),
      },
    })
    const fail = () => reject(deadline.aborted ? deadline.reason : unreached(url))
    asked.once('response', resolve)
    asked.on('error', fail)
    // One that answers with another protocol makes no error, only an end.
    asked.on('close', fail)
    asked.end(post?.body)
  })
}

function unreached({ hostname }: URL): Refusal {
  return new Refusal('outside-unreached', { host: hostname })
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) && location !== undefined ? location : null
}

function typeOf({ headers }: IncomingMessage): string {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
