import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningPortal, startPortal } from './portal'

/** A newspaper in a language, with one story in one category: what it says of itself is what decides the words of the desk. */
export async function startNewspaperIn(language: string): Promise<RunningPortal> {
  const portal = await startPortal({ demo: false })
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  await mkdir(join(site, '_posts'))
  const config = `title: The Harbour\nlang: ${language}\ndibao:\n  categories:\n    bendi: Local\n`
  await writeFile(join(site, '_config.yml'), config)
  const head = 'layout: post\ntitle: "Ferry"\ndate: 2026-11-23 08:00:00 +0800\ncategories: bendi'
  await writeFile(join(site, '_posts/2026-11-23-ferry.md'), `---\n${head}\n---\nThe ferry is late.\n`)
  const { code, stderr } = await portal.dibao('import', site)
  await rm(site, { recursive: true })
  if (code !== 0) throw new Error(`the newspaper could not be made: ${stderr}`)
  return portal
}
