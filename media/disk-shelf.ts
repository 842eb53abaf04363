import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkKey, type Shelf } from './shelf'

/** A shelf in a folder, which is made when something is first put there. */
export function diskShelf(folder: string): Shelf {
  const pathOf = (key: string) => {
    checkKey(key)
    return join(folder, key)
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Written aside and then renamed: a process or a machine that stops in the middle leaves nothing that looks whole.
      const aside = join(dirname(path), `${unfinished}${randomUUID()}`)
      try {
        await writeThrough(aside, bytes)
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
    get: async (key) => orNull(readFile(pathOf(key))),
    has: async (key) => (await orNull(stat(pathOf(key)))) !== null,
    remove: async (key) => rm(pathOf(key), { force: true }),
    async *list(prefix) {
      // Only the folder that the prefix names need be read.
      const within = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : ''
      for await (const key of keysIn(folder, within)) if (key.startsWith(prefix)) yield key
    },
  }
}

/** A dot begins no key. */
const unfinished = '.unfinished-'

/**
 * Removes what puts that never came to their end have left in a shelf's folder. Only what nobody has written to since `before`: another process
 * may be in the middle of a put. Returns how many went; none where there is no folder.
 */
export async function clearUnfinishedPuts(folder: string, { before }: { before: Date }): Promise<number> {
  let gone = 0
  for await (const path of unfinishedIn(folder)) {
    const found = await orNull(stat(path))
    if (!found || found.mtime >= before) continue
    await rm(path, { force: true })
    gone++
  }
  return gone
}

async function* unfinishedIn(folder: string): AsyncGenerator<string> {
  const entries = (await orNull(readdir(folder, { withFileTypes: true }))) ?? []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* unfinishedIn(path)
    else if (entry.name.startsWith(unfinished)) yield path
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function* keysIn(folder: string, within: string): AsyncGenerator<string> {
  const entries = (await orNull(readdir(join(folder, within), { withFileTypes: true }))) ?? []
  for (const entry of entries) {
    const key = within === '' ? entry.name : `${within}/${entry.name}`
    if (entry.isDirectory()) yield* keysIn(folder, key)
    else if (!entry.name.startsWith(unfinished)) yield key
  }
}

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
