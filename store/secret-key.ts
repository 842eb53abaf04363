import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The newspaper's own key, 32 bytes, by which it seals what it must not keep in the clear: made from SECRET_KEY where that is set, else kept
 * in a file beside the records, which only this account may read. Several machines on one database need the same SECRET_KEY.
 */
export async function readSecretKey({
  dataDir,
  secretKey,
}: {
  dataDir: string
  secretKey: string | null
}): Promise<Buffer> {
  const secret = secretKey ?? (await keptSecret(join(dataDir, 'secret.key'), dataDir))
  return Buffer.from(hkdfSync('sha256', secret, '', 'dibao sealed text', 32))
}

async function keptSecret(path: string, folder: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  await mkdir(folder, { recursive: true })
  const made = randomBytes(32).toString('base64url')
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, made, { flag: 'wx', mode: 0o600 })
  try {
    // Under its name it is whole from the start, and whoever comes second reads what the first one made.
    await link(draft, path)
    return made
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    return await readFile(path, 'utf8')
  } finally {
    await rm(draft, { force: true })
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
