import type { Core } from '../process/pinning'
import { startNode, storeVariables } from '../process/program'
import { type Server, whenOpen } from './server'

/** Starts Next alone on the same build and the same store: what the pages cost without our server. */
export async function startNext(dataDir: string, { core = null }: { core?: Core | null } = {}): Promise<Server> {
  const child = startNode(['node_modules/next/dist/bin/next', 'start', '-p', '0', '-H', '127.0.0.1'], {
    core,
    variables: storeVariables(dataDir),
  })
  return whenOpen(child, { name: 'next start', says: /Ready in/ })
}
