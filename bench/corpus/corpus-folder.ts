import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteConfig, writePost } from './corpus'

/** Writes the newest `size` posts of a seed as a Jekyll site, unless the folder holds them already. Returns the site's folder. */
export function writeCorpus(under: string, { seed, size }: { seed: number; size: number }): string {
  const site = join(under, `site-${size}`)
  const stamp = `${site}.stamp`
  const wanted = fingerprint(seed, size)
  if (read(stamp) === wanted) return site
  rmSync(site, { recursive: true, force: true })
  mkdirSync(join(site, '_posts'), { recursive: true })
  writeFileSync(join(site, '_config.yml'), siteConfig)
  for (let index = 0; index < size; index++) {
    const { fileName, text } = writePost(seed, index)
    writeFileSync(join(site, '_posts', fileName), text)
  }
  // Last: a folder that was left half written has none.
  writeFileSync(stamp, wanted)
  return site
}

/** Tells corpora apart, and those that an older generator wrote. */
function fingerprint(seed: number, size: number): string {
  const hash = createHash('sha256').update(`${seed} ${size} ${siteConfig}`)
  for (let index = 0; index < 100; index++) hash.update(writePost(seed, index).text)
  return hash.digest('hex')
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
