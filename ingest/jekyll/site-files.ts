import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export type SiteFiles = {
  /** The files of each post by its name: one, or the same post in `_posts` and in `old_post`. */
  posts: Map<string, string[]>
  categoryPages: string[]
  /** Files that answered at their own path: pictures, styles. */
  served: string[]
  /** What only Jekyll had a use for: layouts, pages with code in them, settings. */
  kept: string[]
}

const skipped = new Set(['.git', 'node_modules', '_site', '.jekyll-cache', '.sass-cache', 'vendor'])
const postFile = /\.(?:md|markdown|mkdn?|mkdown|html?)$/i

/** Walks a site's folder and says what each file is to it; paths are relative, with forward slashes, in order. Follows no links. */
export async function listSiteFiles(directory: string, nameOf: (path: string) => string): Promise<SiteFiles> {
  const files: SiteFiles = { posts: new Map(), categoryPages: [], served: [], kept: [] }
  for (const path of (await walk(directory, '')).sort()) {
    if (/(?:^|\/)_posts\//.test(path) || path.startsWith('old_post/')) {
      if (postFile.test(path)) files.posts.set(nameOf(path), [...(files.posts.get(nameOf(path)) ?? []), path])
      else files.kept.push(path)
    } else if (/^category\/[^/]+\.(?:html|md)$/.test(path)) files.categoryPages.push(path)
    else if (
      /(?:^|\/)[_.]/.test(path) ||
      /\.(?:md|markdown|html?|ya?ml|rb|lock|scss|sass)$/i.test(path) ||
      !/\.[^./]+$/.test(path)
    )
      files.kept.push(path)
    else files.served.push(path)
  }
  return files
}

/** Adds one by one: a folder of a million files is more than the arguments of any call. */
async function walk(directory: string, under: string, found: string[] = []): Promise<string[]> {
  const entries = await readdir(join(directory, under), { withFileTypes: true })
  for (const entry of entries) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory() && !skipped.has(entry.name)) await walk(directory, path, found)
    if (entry.isFile()) found.push(path)
  }
  return found
}
