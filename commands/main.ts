import type { Environment } from '@/env'

type Run = (args: string[], callersFolder: string) => Promise<number>

/** Each is loaded when it is asked for: the portal starts without what only an import needs. */
const commands: Record<string, { load: () => Promise<Run>; help: string }> = {
  serve: {
    load: async () => (await import('./serve')).serveCommand,
    help: 'serve   open the portal and the newsroom (what npm start does)',
  },
  import: {
    load: async () => (await import('./import')).importCommand,
    help: 'import DIR [--dry-run] [--json] [--zoneless=local|utc] [--shift-newest-to=today]   bring a Jekyll site',
  },
  'verify-addresses': {
    load: async () => (await import('./verify-addresses')).verifyAddressesCommand,
    help: 'verify-addresses [--origin URL] [--json] [--concurrency N]   ask the running portal for every address ever public',
  },
  'verify-history': {
    load: async () => (await import('./verify-history')).verifyHistoryCommand,
    help: 'verify-history [--json]   read every article’s history and name what is not as it was written',
  },
  reindex: {
    load: async () => (await import('./reindex')).reindexCommand,
    help: 'reindex   write what searches find by anew, beside a running portal',
  },
  relate: {
    load: async () => (await import('./relate')).relateCommand,
    help: 'relate   find anew what is related to what, beside a running portal; what the desk decided stays',
  },
  'verify-search': {
    load: async () => (await import('./verify-search')).verifySearchCommand,
    help: 'verify-search   look for every article by what it says, and for what is found and not published',
  },
  push: {
    load: async () => (await import('./push')).pushCommand,
    help: 'push [--index-now on|off] [--baidu TOKEN|off]   tell search engines of new addresses, and say what became of it',
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  const list = Object.values(commands).map(({ help }) => `  ${help}`)
  console.log(`npm run dibao -- COMMAND\n\n${list.join('\n')}`)
  process.exitCode = name === 'help' ? 0 : 2
} else {
  process.exitCode = await run(command.load)
}

/** What goes wrong is one sentence, a wrong variable included. */
async function run(load: () => Promise<Run>): Promise<number> {
  try {
    const { env }: { env: Environment } = await import('@/env')
    return await (await load())(args, env.callersFolder)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}
