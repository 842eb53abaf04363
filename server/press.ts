import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identity } from '@/newsroom/identity'
import type { Asked } from './asked'
import { bestPacker } from './best-packer'
import { type Page, sendPage } from './page'
import { type PageCache, pageCache } from './page-cache'

export type AskedPage = Extract<Asked, { is: 'page' | 'asset' }>

export type Making = {
  /** Makes a page; `find` gives another page that it is made from, kept or made. */
  make: (asked: AskedPage, find: (other: AskedPage) => Promise<Page>) => Promise<Page>
  /** Hears whatever was committed, and tells whether what is kept may be trusted. */
  isCurrent: () => boolean
  /** Hears what is on its way, where that takes a moment. */
  catchUp?: () => Promise<void>
  /** Bytes of all the pages that are kept. */
  bound: number
  /** Whether answers say how they came about, for measuring. */
  reports?: boolean
}

export type Press = {
  /** Answers at once from what is kept, when the address is written as we write it; false when there is more to do. */
  answerKept: (request: IncomingMessage, response: ServerResponse) => boolean
  answer: (asked: AskedPage, request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Drops what depends on what was touched. */
  hear: (touched: readonly Identity[] | 'everything') => void
  /** Waits for the pages that are being made, for readers who may have gone. */
  settled: () => Promise<unknown>
  size: PageCache['size']
}

/** A page being made, how much had been heard when it was begun, and what was touched since. */
type Run = { generation: number; touched: Set<Identity> | 'everything'; page: Promise<Page> }

/** How often a page is made while what it shows keeps changing, before its readers get it as it is; nobody keeps that one. */
const mostTries = 3

/** Hits after which a page is worth the best packing. */
const worthTheBest = 3

/**
 * Makes each page once and keeps it until something that it depends on has changed. A reader gets what was begun after everything that this
 * process had heard when the reader asked: a page begun before that is given to nobody who asks later, and is not kept.
 */
export function openPress({
  make,
  isCurrent: listen,
  catchUp = async () => {},
  bound,
  reports = false,
}: Making): Press {
  const kept = pageCache({ bytes: bound })
  // Anybody can ask for addresses that are not there, as many as they like: those never push out what is.
  const missing = pageCache({ bytes: bound / 16 })
  // The files of the build: as many as there are, for as long as the process lives.
  const assets = pageCache({ bytes: bound / 4 })
  const runs = new Set<Run>()
  const newestRuns = new Map<string, Run>()
  const packer = bestPacker()
  let generation = 0
  let complaint = ''

  return { answerKept, answer, hear, settled, size: kept.size }

  function settled(): Promise<unknown> {
    return Promise.allSettled([...runs].map(({ page }) => page))
  }

  /** An ear that fails hears nothing: readers get pages made for them, not an accident, and no answer at all least of all. */
  function isCurrent(): boolean {
    try {
      const isHeard = listen()
      complaint = ''
      return isHeard
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      // Said once, not with every request until it is mended.
      if (sentence !== complaint)
        console.error('The change log cannot be heard; pages are not kept until it can:', sentence)
      complaint = sentence
      return false
    }
  }

  /** To hear the news takes less than to make a page. */
  async function hasHeard(): Promise<boolean> {
    return isCurrent() || (await catchUp().then(isCurrent, () => false))
  }

  function answerKept(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || request.url === undefined || !isCurrent()) return false
    // Keys are addresses in our own writing: one that is among them needs no reading.
    const page = kept.get(request.url)
    if (page) send(page, { cache: kept, key: request.url, came: 'hit' }, request, response)
    return page !== undefined
  }

  async function answer(asked: AskedPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isTrusted = await hasHeard()
    const page = isTrusted ? find(asked) : undefined
    const joined = isTrusted && !page ? joinable(asked) : undefined
    const made = page ?? (await (joined ?? begin(asked)))
    const came = page ? 'hit' : joined ? 'wait' : 'miss'
    send(made, { cache: cacheFor(asked, made), key: asked.key, came }, request, response)
  }

  function send(
    page: Page,
    { cache, key, came }: { cache: PageCache; key: string; came: 'hit' | 'wait' | 'miss' },
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (reports) response.setHeader('x-dibao-page', came)
    const { bytes } = page
    sendPage(page, request, response)
    if (page.bytes !== bytes) cache.resized(key, page)
    // A file of the build stays as long as the build, and every reader takes it.
    if (++page.hits === (cache === assets ? 1 : worthTheBest)) packer.pack(page, () => cache.resized(key, page))
  }

  function hear(touched: readonly Identity[] | 'everything'): void {
    generation++
    for (const cache of [kept, missing]) cache.drop(touched)
    for (const run of runs) {
      if (touched === 'everything') run.touched = 'everything'
      else if (run.touched !== 'everything') for (const identity of touched) run.touched.add(identity)
    }
  }

  function find({ is, key }: AskedPage): Page | undefined {
    return is === 'asset' ? assets.get(key) : (kept.get(key) ?? missing.get(key))
  }

  /** A run that was begun since the last change: whoever asks before the next one may wait for it. */
  function joinable({ key }: AskedPage): Promise<Page> | undefined {
    const run = newestRuns.get(key)
    return run?.generation === generation ? run.page : undefined
  }

  function begin(asked: AskedPage): Promise<Page> {
    const run: Run = { generation, touched: new Set(), page: makeWhole().finally(end) }
    runs.add(run)
    newestRuns.set(asked.key, run)
    return run.page

    /** A page is read with several questions: what changes between two of them would show half of it. Such a page is made again. */
    async function makeWhole(): Promise<Page> {
      for (let tries = 1; ; tries++) {
        const page = await make(asked, findOrMake)
        // Hears of what was committed in the meantime: only what is still true is kept.
        const isTrusted = await hasHeard()
        if (isTrusted && isUntouched(run, page)) {
          if (isWorthKeeping(asked, page)) cacheFor(asked, page).put(asked.key, page)
          return page
        }
        if (!isTrusted || tries === mostTries) return page
        // Somebody who came later may have been served already, or be waiting for what was begun after the change.
        const newer = find(asked) ?? joinable(asked)
        if (newer) return newer
        Object.assign(run, { generation, touched: new Set() })
      }
    }
    function end(): void {
      runs.delete(run)
      if (newestRuns.get(asked.key) === run) newestRuns.delete(asked.key)
    }
  }

  async function findOrMake(asked: AskedPage): Promise<Page> {
    if (!(await hasHeard())) return begin(asked)
    return find(asked) ?? joinable(asked) ?? begin(asked)
  }

  function cacheFor({ is }: AskedPage, { status }: Page): PageCache {
    if (is === 'asset') return assets
    return status === 404 || status === 410 ? missing : kept
  }
}

function isUntouched({ touched }: Run, { depends }: Page): boolean {
  return touched !== 'everything' && !depends.some((identity) => touched.has(identity))
}

/** What failed is tried again next time; what depends on nothing would be kept for ever, which is right for files of the build only. */
function isWorthKeeping({ is }: AskedPage, { status, depends }: Page): boolean {
  if (is === 'asset') return status === 200
  return depends.length > 0 && [200, 301, 404, 410].includes(status)
}
