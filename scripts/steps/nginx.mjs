import { existsSync } from 'node:fs'
import { ask, canInstallPackages, installPackages } from './machine.mjs'

/** Where nginx lies, or nothing: Debian keeps it off an ordinary account's path. As root on Debian it is installed when it is missing. */
export async function findNginx() {
  return whereItLies() ?? (canInstallPackages && (await installPackages(['nginx-light'])) ? whereItLies() : undefined)
}

function whereItLies() {
  const found = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((path) => existsSync(path))
  return found ?? (ask('which', ['nginx']) || undefined)
}
