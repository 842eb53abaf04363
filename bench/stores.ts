import { constants, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeCorpus } from './corpus/corpus-folder'
import { type ImportRun, runImport } from './parts/import-run'
import { settleStore } from './settle-store'
import { isUsable, stampStore } from './store-stamp'

export const seed = 1

/** The stores of a run, one for each size, under one folder. */
export class Stores {
  private readonly settled = new Set<number>()

  constructor(
    private readonly folder: string,
    private readonly say: (words: string) => void,
  ) {}

  /** Writes a corpus and imports it into an empty store, whatever lay there. */
  async importAfresh(size: number): Promise<ImportRun> {
    const site = this.siteOf(size)
    this.say(`Importing ${size} posts …`)
    const run = await runImport(site, this.pathOf(size), size)
    stampStore(this.pathOf(size))
    return run
  }

  /** The store of a size, in which nothing waits to be done: made when there is none that still serves. */
  async of(size: number): Promise<string> {
    if (!isUsable(this.pathOf(size))) await this.importAfresh(size)
    if (!this.settled.has(size)) {
      this.say(`Comparing the newest of ${size} articles …`)
      await settleStore(this.pathOf(size))
      this.settled.add(size)
    }
    return this.pathOf(size)
  }

  /** A copy to write in, so that a store that is kept stays as it was imported. */
  async copyOf(size: number, name: string): Promise<string> {
    const from = await this.of(size)
    const copy = join(this.folder, `copy-${name}`)
    rmSync(copy, { recursive: true, force: true })
    cpSync(from, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
    return copy
  }

  discard(copy: string): void {
    rmSync(copy, { recursive: true, force: true })
  }

  siteOf(size: number): string {
    this.say(`Writing ${size} posts, where they are not written …`)
    return writeCorpus(this.folder, { seed, size })
  }

  private pathOf(size: number): string {
    return join(this.folder, `store-${size}`)
  }
}
