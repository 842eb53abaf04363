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
