import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The paths at which the files of `public/` answer. */
export async function listPublicFiles(projectFolder: string): Promise<Set<string>> {
  const folder = join(projectFolder, 'public')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  )
}
