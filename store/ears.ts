import type { Ear } from './hear-changes'

/** Counts an ear among this process's own until it is closed. */
export function keepEar(ear: Ear): Ear {
  const open = hearing[ears] ?? new Set()
  hearing[ears] = open.add(ear)
  return {
    ...ear,
    close: async () => {
      open.delete(ear)
      await ear.close()
    },
  }
}

/**
 * Lets this process hear what it has just committed itself, before whoever asked for it is answered: an editor then never meets the old
 * page here. Nothing to do where nobody listens, as in an import.
 */
export async function hearOwnChanges(): Promise<void> {
  await Promise.all([...(hearing[ears] ?? [])].map((ear) => ear.catchUp()))
}

const ears = Symbol.for('dibao.ears')
/** Next bundles its own copy of this module, so the ears are kept where every copy finds them. */
const hearing = globalThis as { [ears]?: Set<Ear> }
