import { setTimeout as sleep } from 'node:timers/promises'
import type { NewCopy, Publisher, Standing } from './publisher'
import type { Found, Readers } from './readers'
import type { StorePublisher } from './store-publisher'
import { inLargePrint, surfacesOf } from './surfaces'

export type Act = { number: number; kind: 'publish' | 'edit' | 'rename' | 'kill'; way: Publisher['way'] }

export type Acts = {
  publishers: Publisher[]
  archivist: StorePublisher
  readers: Readers
  /** The category that everything happens in, and an article of an old page of it. */
  category: string
  oldPage: string
  oldArticle: number
  hasLargePrint: boolean
  zone: string
  /** Goes on until so many reads were made. */
  reads: number
  /** How many articles `/categories` counts in the category at first. */
  count: number
}

const leastActs = 24
const longest = 150_000
/** Readers read on for a while after each act: what comes back stale later is seen too. */
const calm = 500

/** Publishes, edits and kills one article after another while readers read, and tells them what they have to see. */
export async function runActs(plan: Acts): Promise<{ acts: Act[]; found: Found }> {
  const { readers } = plan
  const acts: Act[] = []
  const late = performance.now() + longest
  for (let cycle = 0; acts.length < leastActs || readers.found.reads < plan.reads; cycle++) {
    if (performance.now() > late) break
    const publisher = plan.publishers[cycle % plan.publishers.length]
    if (publisher) await runCycle(plan, publisher, acts)
  }
  return { acts, found: readers.found }
}

async function runCycle(plan: Acts, publisher: Publisher, acts: Act[]): Promise<void> {
  const { readers, category, oldPage, zone, count } = plan
  const slug = `bench-${Date.now().toString(36)}-${acts.length}`
  const plain = surfacesOf({ category, slug, oldPage, at: new Date(), zone })
  const surfaces = plan.hasLargePrint ? [...plain, ...inLargePrint(plain)] : plain
  // Nothing of this article yet: an address that is none, and lists without it.
  const isFirst = acts.length === 0
  const before: Shown = {
    ...everywhere('none'),
    categories: String(count),
    'sitemap part': 'not listed',
    'old category page': 'none',
  }
  for (const surface of surfaces) {
    const name = plainName(surface.name)
    const expected = name === 'article' ? '404' : isFirst ? before[name] : undefined
    if (expected !== undefined) readers.expect(surface, { act: 0, begunAt: 0, answeredAt: 0, expected })
  }
  readers.turnTo(surfaces)
  await sleep(calm / 2)

  const mark = (number: number) => `act${String(number).padStart(6, '0')}`
  const copyFor = (number: number): NewCopy => ({
    headline: `测量稿 ${mark(number)}`,
    body: `这是第 ${number} 次。\n\n只为测量而写。`,
    category,
    slug,
  })
  let standing: Standing = { id: 0, version: 0 }
  await does(
    'publish',
    (number) => ({ ...everywhere(mark(number)), categories: String(count + 1), 'sitemap part': 'listed' }),
    async (number) => {
      standing = await publisher.publish(copyFor(number))
    },
  )
  await does(
    'edit',
    (number) => everywhere(mark(number)),
    async (number) => {
      standing = await publisher.edit(standing, copyFor(number))
    },
  )
  await does(
    'rename',
    (number) => ({ 'old category page': `old${String(number).padStart(6, '0')}` }),
    async (number) => {
      await plan.archivist.rename(plan.oldArticle, `旧闻 old${String(number).padStart(6, '0')}`)
    },
  )
  await does(
    'kill',
    () => ({ ...everywhere('none'), article: '410', categories: String(count), 'sitemap part': 'not listed' }),
    async () => publisher.kill(standing, '只为测量。'),
  )

  async function does(
    kind: Act['kind'],
    expected: (act: number) => Shown,
    act: (number: number) => Promise<void>,
  ): Promise<void> {
    const number = (acts.at(-1)?.number ?? 0) + 1
    acts.push({ number, kind, way: kind === 'rename' ? 'store' : publisher.way })
    const shown = expected(number)
    const concerned = surfaces.filter(({ name }) => shown[plainName(name)] !== undefined)
    const begunAt = performance.now()
    const say = (answeredAt: number) => {
      for (const surface of concerned)
        readers.expect(surface, { act: number, begunAt, answeredAt, expected: shown[plainName(surface.name)] ?? '' })
    }
    say(Number.POSITIVE_INFINITY)
    await act(number)
    say(performance.now())
    await readers.probe(concerned, number)
    await sleep(calm)
  }
}

type Shown = Partial<Record<string, string>>

/** The surfaces that show a new article's headline. */
function everywhere(mark: string): Shown {
  return { article: mark, front: mark, category: mark, 'feed.xml': mark }
}

function plainName(name: string): string {
  return name.replace(/, large$/, '')
}
