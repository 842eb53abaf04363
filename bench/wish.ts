import { parseArgs } from 'node:util'

/** What can be measured, in the order in which it is. */
export const parts = [
  'import',
  'pages',
  'serve',
  'wire',
  'miss',
  'lists',
  'memory',
  'once',
  'stop',
  'publish',
  'editor',
  'search',
  'recall',
] as const
export type Part = (typeof parts)[number]

/** What the person at the terminal asks for. */
export type Wish = {
  only: readonly Part[]
  sizes: number[]
  keep: string | null
  requests: number
  rounds: number
  seconds: number
  rate: number
  distinct: number
  cacheMegabytes: number
  reads: number
  database: string | null
  json: boolean
  write: boolean
}

export const help = `npm run bench -- [--quick] [--only PART,…] [--sizes 1000,10000,100000] [--keep DIR] [--write] [--json] …

  --only       ${parts.join(', ')}; all of them when it is left out
  --quick      a minute or two: 1,000 posts, short runs
  --sizes      how many posts; each size gets a corpus and a store of its own
  --keep       where corpora and stores lie and stay; without the part import a store that lies there is used as it is
  --requests   pages: how often each page is asked for; miss and lists: how many pages that nobody asked for before
  --rounds     serve: how often each server has its turn
  --seconds    serve: how long each turn lasts
  --rate       serve: requests a second while a reader's wait is measured
  --distinct   memory: how many different pages are read
  --cache-mb   memory: the bound of the cache, which the portal gets as PAGE_CACHE_MB
  --reads      publish: how many reads at least while articles are published, edited and killed
  --database   publish: once more with two portals on this PostgreSQL database; search and recall: once more on it, with the largest size
  --write      puts the figures into docs/performance.md
  --json       one object on standard output`

const usual = {
  sizes: '1000,10000,100000',
  requests: '200',
  rounds: '5',
  seconds: '0.6',
  distinct: '20000',
  reads: '10000',
}
const quick = { sizes: '1000', requests: '40', rounds: '3', seconds: '0.4', distinct: '800', reads: '2000' }

/** Reads the arguments. Throws one sentence about what it does not take. */
export function readWish(args: string[]): Wish {
  const text = { type: 'string' } as const
  const { values: given } = parseArgs({
    args,
    options: {
      ...{
        only: text,
        sizes: text,
        keep: text,
        requests: text,
        rounds: text,
        seconds: text,
        distinct: text,
        reads: text,
      },
      ...{ database: text, rate: { ...text, default: '500' }, 'cache-mb': { ...text, default: '256' } },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const values = { ...(given.quick ? quick : usual), ...given }
  return {
    only: given.only === undefined ? parts : given.only.split(',').map(partNamed),
    sizes: values.sizes.split(',').map((size) => whole('--sizes', size)),
    keep: given.keep ?? null,
    requests: whole('--requests', values.requests),
    rounds: whole('--rounds', values.rounds),
    seconds: seconds(values.seconds),
    rate: whole('--rate', values.rate),
    distinct: whole('--distinct', values.distinct),
    cacheMegabytes: whole('--cache-mb', values['cache-mb']),
    reads: whole('--reads', values.reads),
    database: given.database ?? null,
    json: given.json,
    write: given.write,
  }
}

function partNamed(name: string): Part {
  const part = parts.find((each) => each === name.trim())
  if (!part)
    throw new Error(`--only is ${JSON.stringify(name)}; it takes ${parts.join(', ')}, with commas between several.`)
  return part
}

function whole(name: string, value: string): number {
  if (!/^[1-9]\d{0,7}$/.test(value.trim()))
    throw new Error(`${name} is ${JSON.stringify(value)}; it takes whole numbers above 0.`)
  return Number(value)
}

function seconds(value: string): number {
  if (!/^\d{1,3}(?:\.\d+)?$/.test(value) || Number(value) < 0.1)
    throw new Error(`--seconds is ${JSON.stringify(value)}; it takes a number from 0.1 on.`)
  return Number(value)
}
