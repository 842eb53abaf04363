import { env } from '@/env'
import { importCommand } from './import'
import { serveCommand } from './serve'

const commands: Record<string, { run: (args: string[], callersFolder: string) => Promise<number>; help: string }> = {
  serve: { run: serveCommand, help: 'serve   open the portal and the newsroom (what npm start does)' },
  import: { run: importCommand, help: 'import DIR [--dry-run] [--json] [--zoneless=local|utc] [--shift-newest-to=today]   bring a Jekyll site' },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(`npm run dibao -- COMMAND\n\n${Object.values(commands).map(({ help }) => `  ${help}`).join('\n')}`)
  process.exitCode = name === 'help' ? 0 : 2
} else {
  process.exitCode = await command.run(args, env.callersFolder).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  })
}
