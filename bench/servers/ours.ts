import type { Core } from '../process/pinning'
import { startCommand, type Variables } from '../process/program'
import { type Server, whenOpen } from './server'

/** Starts the built portal on a store, as `npm start` does, on a port that is free. */
export async function startPortal(
  dataDir: string,
  { core = null, variables = {} }: { core?: Core | null; variables?: Variables } = {},
): Promise<Server> {
  const child = startCommand(['serve'], dataDir, { core, variables: { DIBAO_PAGE_REPORT: '1', ...variables } })
  return whenOpen(child, { name: 'the portal', says: /Ctrl-C stops it/ })
}
