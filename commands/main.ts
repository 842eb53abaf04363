import { importCommand } from './import'

const commands: Record<string, { run: (args: string[]) => Promise<number>; help: string }> = {
  import: { run: importCommand, help: 'import DIR [--dry-run] [--json] [--zoneless=local|utc] [--shift-newest-to=today]   bring a Jekyll site' },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(`npm run dibao -- COMMAND\n\n${Object.values(commands).map(({ help }) => `  ${help}`).join('\n')}`)
  process.exitCode = name === 'help' ? 0 : 2
} else {
  process.exitCode = await command.run(args)
}
