import { parseArgs } from 'node:util'

/** What the person at the terminal asks for. */
export type Wish = {
  sizes: number[]
  keep: string | null
  requests: number
  only: 'import' | 'pages' | null
  json: boolean
}

export const help = `npm run bench -- [--sizes 1000,10000,100000] [--requests 200] [--keep DIR] [--only import|pages] [--json]

  --sizes      how many posts; each size gets a corpus and a store of its own
  --requests   how often each page is asked for
  --keep       where corpora and stores lie and stay; the next run there writes no corpus again
  --only       import: no pages; pages: the stores that an earlier run left under --keep
  --json       one object on standard output`

/** Reads the arguments. Throws one sentence about what it does not take. */
export function readWish(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      keep: { type: 'string' },
      requests: { type: 'string', default: '200' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { keep = null, only = null } = values
  if (only !== null && only !== 'import' && only !== 'pages')
    throw new Error(`--only is ${JSON.stringify(only)}; it takes import or pages.`)
  if (only === 'pages' && keep === null)
    throw new Error('--only pages measures the stores that an earlier run left: name their folder with --keep.')
  return {
    sizes: values.sizes.split(',').map((size) => whole('--sizes', size)),
    keep,
    requests: whole('--requests', values.requests),
    only,
    json: values.json,
  }
}

function whole(name: string, value: string): number {
  if (!/^[1-9]\d{0,7}$/.test(value.trim()))
    throw new Error(`${name} is ${JSON.stringify(value)}; it takes whole numbers above 0.`)
  return Number(value)
}
