import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Identity } from '@/newsroom/identity'
import { contentOf, toPage } from './page'
import { type AskedPage, type Making, openPress } from './press'
import { variants } from './variants'

/** A newspaper whose pages say in what edition they were made; whoever makes one waits until the test says go. */
function newspaper({ bound = 1_000_000, dependsOn = (key: string): Identity[] => ['site', `address:${key}`] } = {}) {
  const edition = { now: 0 }
  const log: (Identity[] | 'everything')[] = []
  const making: { key: string; finish: () => void; fail: () => void }[] = []
  const statuses = new Map<string, number>()
  let heard = 0
  let isDeaf = false
  let isReading = false
  let failure: Error | null = null
  let made = 0

  const make: Making['make'] = async ({ key }, find) => {
    made++
    const variant = variants.find(({ prefix }) => key.startsWith(`${prefix}/`))
    if (variant) {
      const plain = key.slice(variant.prefix.length)
      const page = await find({ is: 'page', key: plain, path: plain, variant: null })
      const body = contentOf(page)
      return toPage({ ...page, headers: text, body, depends: [...page.depends, `address:${key}`] })
    }
    const read = edition.now
    await new Promise<void>((resolve, reject) => {
      making.push({ key, finish: resolve, fail: () => reject(new Error('the store is away')) })
    })
    const body = Buffer.from(`${key} ${read}`)
    return toPage({ status: statuses.get(key) ?? 200, headers: text, body, depends: dependsOn(key) })
  }
  const isCurrent = () => {
    if (failure) throw failure
    if (isDeaf || isReading) return false
    while (heard < log.length) press.hear(log[heard++] ?? 'everything')
    return true
  }
  /** The ear that hears is a moment away, as PostgreSQL's is while it reads the log. */
  const catchUp = async () => {
    await settled()
    isReading = false
  }
  const press = openPress({ make, isCurrent, catchUp, bound, reports: true })

  return {
    edition,
    making,
    statuses,
    press,
    made: () => made,
    setDeaf: (value: boolean) => {
      isDeaf = value
    },
    startReading: () => {
      isReading = true
    },
    failToHear: (error: Error | null) => {
      failure = error
    },
    commit(touched: Identity[] | 'everything') {
      edition.now++
      log.push(touched)
    },
    hear: () => void isCurrent(),
    /** Lets everything that is being made come to its end. */
    async finish() {
      await settled()
      for (let next = making.shift(); next; next = making.shift()) {
        next.finish()
        await settled()
      }
    },
    ask: (key: string, is: AskedPage['is'] = 'page') => {
      const [answer, whole] = collected()
      const asked: AskedPage = is === 'page' ? { is, key, path: key, variant: null } : { is, key }
      return press.answer(asked, answer.req, answer).then(() => whole())
    },
  }
}

const text = { 'content-type': 'image/png' }
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

type Told = { status: number; came: string; body: string; edition: number }

function collected(): [ServerResponse & { req: IncomingMessage }, () => Told] {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  const answer = Object.assign(new ServerResponse(request), { req: request })
  let body = ''
  answer.end = ((chunk?: Uint8Array) => {
    body += chunk ? Buffer.from(chunk).toString('utf8') : ''
    return answer
  }) as typeof answer.end
  const told = () => ({
    status: answer.statusCode,
    came: String(answer.getHeader('x-dibao-page')),
    body,
    edition: Number(body.split(' ')[1]),
  })
  return [answer, told]
}

describe('the press', () => {
  it('makes a page once for a hundred readers who come at the same time', async () => {
    const paper = newspaper()
    const readers = Array.from({ length: 100 }, () => paper.ask('/'))
    await paper.finish()
    const told = await Promise.all(readers)
    expect(paper.made()).toBe(1)
    expect(told.map(({ came }) => came)).toEqual(['miss', ...Array.from({ length: 99 }, () => 'wait')])
    expect((await paper.ask('/')).came).toBe('hit')
  })

  it('gives a page that changed while it was made to nobody, not even to who asked before', async () => {
    const paper = newspaper()
    const early = [paper.ask('/'), paper.ask('/')]
    await settled()
    paper.commit(['site'])
    const late = [paper.ask('/'), paper.ask('/')]
    await paper.finish()
    expect((await Promise.all(early)).map(({ edition }) => edition)).toEqual([1, 1])
    expect((await Promise.all(late)).map(({ edition, came }) => [edition, came])).toEqual([
      [1, 'miss'],
      [1, 'wait'],
    ])
    expect(await paper.ask('/')).toMatchObject({ came: 'hit', edition: 1 })
  })

  it('gives who waits for an older one what was made since', async () => {
    const paper = newspaper()
    const early = paper.ask('/')
    await settled()
    paper.commit(['site'])
    const late = paper.ask('/')
    await settled()
    const [first, second] = paper.making.splice(0)
    second?.finish()
    expect((await late).edition).toBe(1)
    first?.finish()
    expect((await early).edition).toBe(1)
    expect(paper.made()).toBe(2)
    expect(await paper.ask('/')).toMatchObject({ came: 'hit', edition: 1 })
  })

  it('makes a page again when a change is heard of only as it is finished', async () => {
    const paper = newspaper()
    const early = paper.ask('/')
    await settled()
    paper.commit(['address:/'])
    await paper.finish()
    expect(await early).toMatchObject({ came: 'miss', edition: 1 })
    expect(await paper.ask('/')).toMatchObject({ came: 'hit', edition: 1 })
  })

  it('gives a page as it is, and keeps it not, when it goes on changing while it is made', async () => {
    const paper = newspaper()
    const early = paper.ask('/')
    for (let count = 0; count < 3; count++) {
      await settled()
      paper.commit(['site'])
      paper.making.shift()?.finish()
    }
    expect(await early).toMatchObject({ came: 'miss', edition: 2 })
    const next = paper.ask('/')
    await paper.finish()
    expect(await next).toMatchObject({ came: 'miss', edition: 3 })
  })

  it('keeps a page through changes that are none of its business', async () => {
    const paper = newspaper()
    const reader = paper.ask('/')
    await settled()
    for (const touched of ['front', 'article:1', 'address:/other'] as const) paper.commit([touched])
    paper.hear()
    await paper.finish()
    await reader
    paper.commit(['front'])
    expect(await paper.ask('/')).toMatchObject({ came: 'hit', edition: 0 })
  })

  it('drops everything when it cannot know what it missed, and makes again what was begun before', async () => {
    const paper = newspaper()
    const kept = paper.ask('/a')
    await paper.finish()
    await kept
    const early = paper.ask('/b')
    await settled()
    paper.commit('everything')
    paper.commit(['article:1'])
    paper.hear()
    await paper.finish()
    expect(await early).toMatchObject({ came: 'miss', edition: 2 })
    expect((await paper.ask('/b')).came).toBe('hit')
    const next = paper.ask('/a')
    await paper.finish()
    expect((await next).came).toBe('miss')
  })

  it('that hears nothing serves nothing kept, joins nobody, and keeps nothing', async () => {
    const paper = newspaper()
    const first = paper.ask('/')
    await paper.finish()
    await first
    paper.setDeaf(true)
    const readers = [paper.ask('/'), paper.ask('/')]
    await paper.finish()
    expect((await Promise.all(readers)).map(({ came }) => came)).toEqual(['miss', 'miss'])
    expect(paper.made()).toBe(3)
    paper.commit(['site'])
    const begun = paper.ask('/')
    await settled()
    paper.setDeaf(false)
    const next = paper.ask('/')
    await paper.finish()
    expect((await begun).edition).toBe(1)
    expect(await next).toMatchObject({ came: 'miss', edition: 1 })
  })

  it('waits for what its ear is reading, and keeps a page that was finished meanwhile', async () => {
    const paper = newspaper()
    const first = paper.ask('/')
    await settled()
    paper.startReading()
    await paper.finish()
    await settled()
    expect((await first).came).toBe('miss')
    paper.startReading()
    expect((await paper.ask('/')).came).toBe('hit')
  })

  it('whose ear fails is deaf: every reader gets a page, the fault is said once, and nothing old is shown afterwards', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const paper = newspaper()
    const first = paper.ask('/')
    await paper.finish()
    await first
    const begun = paper.ask('/a')
    await settled()
    paper.failToHear(new Error('the log cannot be read'))
    paper.commit(['site'])
    const [request, answer] = [new IncomingMessage(new Socket()), collected()[0]]
    Object.assign(request, { method: 'GET', url: '/' })
    expect(paper.press.answerKept(request, answer)).toBe(false)
    const readers = [paper.ask('/'), paper.ask('/'), paper.ask('/large/')]
    await paper.finish()
    expect((await Promise.all(readers)).map(({ edition }) => edition)).toEqual([1, 1, 1])
    expect((await begun).status).toBe(200)
    expect(said).toHaveBeenCalledOnce()
    paper.failToHear(null)
    for (const key of ['/', '/a']) {
      const next = paper.ask(key)
      await paper.finish()
      expect(await next).toMatchObject({ came: 'miss', edition: 1 })
    }
    said.mockRestore()
  })

  it('that could not make a page says so to all who wait, and tries again for the next', async () => {
    const paper = newspaper()
    const readers = [paper.ask('/'), paper.ask('/'), paper.ask('/large/')]
    await settled()
    for (const one of paper.making.splice(0)) one.fail()
    for (const { status } of await Promise.allSettled(readers)) expect(status).toBe('rejected')
    const next = paper.ask('/')
    await paper.finish()
    expect(await next).toMatchObject({ came: 'miss', status: 200 })
    expect((await paper.ask('/')).came).toBe('hit')
  })

  it.each([500, 502, 302, 307, 308, 400, 206, 204])('does not keep an answer of %i', async (status) => {
    const paper = newspaper()
    paper.statuses.set('/x', status)
    for (const came of ['miss', 'miss']) {
      const reader = paper.ask('/x')
      await paper.finish()
      expect(await reader).toMatchObject({ status, came })
    }
  })

  it.each([200, 301, 404, 410])('keeps an answer of %i', async (status) => {
    const paper = newspaper()
    paper.statuses.set('/x', status)
    const reader = paper.ask('/x')
    await paper.finish()
    await reader
    expect(await paper.ask('/x')).toMatchObject({ status, came: 'hit' })
  })

  it('does not keep a page that depends on nothing: no change would ever drop it', async () => {
    const paper = newspaper({ dependsOn: () => [] })
    for (let count = 0; count < 2; count++) {
      const reader = paper.ask('/x')
      await paper.finish()
      expect((await reader).came).toBe('miss')
    }
  })

  it('keeps files of the build through every change, and only those that are there', async () => {
    const paper = newspaper({ dependsOn: () => [] })
    paper.statuses.set('/_next/static/none.css', 404)
    for (const key of ['/_next/static/a.css', '/_next/static/none.css']) {
      const reader = paper.ask(key, 'asset')
      await paper.finish()
      await reader
    }
    paper.commit('everything')
    expect((await paper.ask('/_next/static/a.css', 'asset')).came).toBe('hit')
    const none = paper.ask('/_next/static/none.css', 'asset')
    await paper.finish()
    expect((await none).came).toBe('miss')
  })

  it('is not pushed out of its pages by addresses that are not there', async () => {
    const paper = newspaper({ bound: 2_000_000 })
    const front = paper.ask('/')
    await paper.finish()
    await front
    for (let number = 0; number < 300; number++) {
      paper.statuses.set(`/none/${number}`, number % 2 ? 404 : 410)
      const reader = paper.ask(`/none/${number}`)
      await paper.finish()
      await reader
    }
    expect((await paper.ask('/')).came).toBe('hit')
    expect((await paper.ask('/none/299')).came).toBe('hit')
  })

  it('shows an article at an address that was asked for in vain', async () => {
    const paper = newspaper()
    paper.statuses.set('/soon.html', 404)
    const vain = paper.ask('/soon.html')
    await paper.finish()
    expect((await vain).status).toBe(404)
    paper.statuses.set('/soon.html', 200)
    paper.commit(['address:/soon.html'])
    const reader = paper.ask('/soon.html')
    await paper.finish()
    expect((await reader).status).toBe(200)
    expect(await paper.ask('/soon.html')).toMatchObject({ status: 200, came: 'hit' })
  })

  it('makes a page in large print from the plain one, once, and drops it with that', async () => {
    const paper = newspaper()
    const readers = [paper.ask('/a.html'), paper.ask('/large/a.html'), paper.ask('/large/a.html')]
    await paper.finish()
    expect((await Promise.all(readers)).map(({ body }) => body)).toEqual(['/a.html 0', '/a.html 0', '/a.html 0'])
    expect(paper.made()).toBe(2)
    paper.commit(['address:/a.html'])
    const next = paper.ask('/large/a.html')
    await paper.finish()
    expect((await next).edition).toBe(1)
    expect(await paper.ask('/a.html')).toMatchObject({ came: 'hit', edition: 1 })
  })

  it('makes large print again from a plain page that changed while it was made', async () => {
    const paper = newspaper()
    const early = paper.ask('/large/a.html')
    await settled()
    paper.commit(['address:/a.html'])
    paper.hear()
    await paper.finish()
    expect((await early).edition).toBe(1)
    expect(await paper.ask('/large/a.html')).toMatchObject({ came: 'hit', edition: 1 })
  })
})

/** What can happen, in any order. */
type Happening =
  | { is: 'ask'; key: string }
  | { is: 'commit'; touched: Identity[] | 'everything' }
  | { is: 'hear' }
  | { is: 'finish'; which: number }
  | { is: 'fail'; which: number }
  | { is: 'deaf'; value: boolean }

describe('whatever happens, in any order', () => {
  const dependsOn = (key: string): Identity[] =>
    ({
      '/': ['site', 'front', 'article:1', 'article:2'] as Identity[],
      '/a': ['site', 'article:1'] as Identity[],
      '/b': ['site', 'article:2'] as Identity[],
    })[key] ?? ['site', `address:${key}`]
  const key = fc.constantFrom('/', '/a', '/b', '/none', '/large/', '/large/a')
  const identity = fc.constantFrom<Identity>('site', 'front', 'article:1', 'article:2', 'address:/none', 'tag:x')
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ is: fc.constant('ask' as const), key }) },
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('commit' as const),
        touched: fc.oneof(
          { weight: 9, arbitrary: fc.array(identity, { minLength: 1, maxLength: 2 }) },
          { weight: 1, arbitrary: fc.constant('everything' as const) },
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('hear' as const) }) },
    { weight: 7, arbitrary: fc.record({ is: fc.constant('finish' as const), which: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('fail' as const), which: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('deaf' as const), value: fc.boolean() }) },
  )

  it('no reader gets a page older than the newest change that touched it before the reader asked', () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const paper = newspaper({ dependsOn })
        paper.statuses.set('/none', 404)
        // The edition in which each plain page last changed.
        const changed = new Map<string, number>()
        const readers: Promise<void>[] = []
        let answered = 0
        let asked = 0
        for (const one of happenings) {
          if (one.is === 'ask') {
            const plain = one.key.replace(/^\/large/, '')
            const atLeast = changed.get(plain) ?? 0
            asked++
            readers.push(
              paper.ask(one.key).then(
                ({ edition, body }) => {
                  answered++
                  expect(body.split(' ')[0]).toBe(plain)
                  expect(edition).toBeGreaterThanOrEqual(atLeast)
                },
                (error: Error) => {
                  answered++
                  if (error.message !== 'the store is away') throw error
                },
              ),
            )
          }
          if (one.is === 'commit') {
            paper.commit(one.touched)
            for (const page of ['/', '/a', '/b', '/none'])
              if (one.touched === 'everything' || dependsOn(page).some((name) => one.touched.includes(name)))
                changed.set(page, paper.edition.now)
          }
          if (one.is === 'hear') paper.hear()
          if (one.is === 'deaf') paper.setDeaf(one.value)
          if (one.is === 'finish' || one.is === 'fail') {
            const [run] = paper.making.splice(one.which % Math.max(1, paper.making.length), 1)
            if (one.is === 'finish') run?.finish()
            else run?.fail()
          }
          await settled()
        }
        paper.setDeaf(false)
        await paper.finish()
        await Promise.all(readers)
        expect(answered).toBe(asked)
        // Whoever asks when all is quiet gets what is true, and then from memory.
        for (const page of ['/', '/large/a', '/none']) {
          const plain = page.replace(/^\/large/, '')
          const [last, again] = [paper.ask(page), paper.ask(page)]
          await paper.finish()
          for (const { edition } of await Promise.all([last, again]))
            expect(edition).toBeGreaterThanOrEqual(changed.get(plain) ?? 0)
          expect((await paper.ask(page)).came).toBe('hit')
        }
      }),
      { numRuns: 400 },
    ))
})
