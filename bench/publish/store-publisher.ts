import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nextMessage } from '../process/next-message'
import { root, storeVariables, type Variables } from '../process/program'
import type { Publisher, Standing } from './publisher'
import type { Order } from './store-desk'

export type StorePublisher = Publisher & {
  rename: (id: number, headline: string) => Promise<Standing>
  findNewest: (category: string) => Promise<Standing>
  correct: (id: number) => Promise<Standing>
  /** Has every page made anew. */
  dropAll: () => Promise<Standing>
  /** Compares so many of the newest articles with others, and leaves the rest for ever. */
  relateNewest: (newest: number) => Promise<Standing>
}

/** Publishes in the store itself, from another process than any that serves. */
export async function openStorePublisher(dataDir: string, variables: Variables = {}): Promise<StorePublisher> {
  const program = join(import.meta.dirname, 'store-desk.ts')
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', program], {
    cwd: root,
    env: { ...process.env, ...storeVariables(dataDir), ...variables },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await nextMessage(child)
  const send = async (order: Order): Promise<Standing> => {
    child.send(order)
    const answer = (await nextMessage(child)) as Standing | { failed: string }
    if ('failed' in answer) throw new Error(`the store refused to ${order.act}: ${answer.failed}`)
    return answer
  }
  return {
    way: 'store',
    publish: (copy) => send({ act: 'publish', copy }),
    edit: (article, copy) => send({ act: 'edit', article, copy }),
    kill: async (article, reason) => void (await send({ act: 'kill', article, reason })),
    rename: (id, headline) => send({ act: 'rename', id, headline }),
    correct: (id) => send({ act: 'correct', id }),
    dropAll: () => send({ act: 'drop' }),
    relateNewest: (newest) => send({ act: 'relate', newest }),
    findNewest: (category) => send({ act: 'find', category }),
    stop: () => child.disconnect(),
  }
}
