import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { Journal, JournalEntry } from './journal'

/** Milliseconds after which a tab that cannot be asked whether it lives counts as gone. */
const silence = 30_000

/** The journal in this browser (IndexedDB), of one person: an entry is named by person, article, version and tab. */
export function browserJournal(staffId: number): Journal {
  let names: Promise<UseStore> | undefined
  const store = () => {
    names ??= Promise.resolve().then(() => createStore('dibao-journal', 'entries'))
    return names
  }
  const written = new Map<string, string>()

  return {
    async write(entry) {
      holdTab(entry.tab)
      const name = nameOf(entry)
      await set(name, entry, await store())
      const before = written.get(entry.tab)
      written.set(entry.tab, name)
      if (before !== undefined && before !== name) await del(before, await store())
    },
    async forget(tab) {
      const all = await entries<string, JournalEntry>(await store())
      for (const [name, entry] of all) if (entry.tab === tab) await del(name, await store())
      written.delete(tab)
    },
    async findOrphan(id) {
      const all = await entries<string, JournalEntry>(await store())
      const own = all
        .filter(([name, entry]) => name.startsWith(`${staffId}/`) && entry.id === id)
        .map(([, entry]) => entry)
      const living = await livingTabs()
      const orphans = own.filter(({ tab, at }) => (living ? !living.has(tab) : Date.now() - at > silence))
      return orphans.sort((one, other) => other.at - one.at)[0] ?? null
    },
  }

  function nameOf({ id, version, tab }: JournalEntry): string {
    return `${staffId}/${id ?? 'new'}/${version}/${tab}`
  }
}

const held = new Set<string>()

/** A lock that the browser lets go of with the tab, however it ends. */
function holdTab(tab: string): void {
  if (held.has(tab) || !('locks' in navigator)) return
  held.add(tab)
  void navigator.locks.request(lockOf(tab), () => new Promise(() => {}))
}

/** The tabs that hold their lock; null where the browser has no locks, as on plain HTTP. */
async function livingTabs(): Promise<Set<string> | null> {
  if (!('locks' in navigator)) return null
  const { held: locks = [] } = await navigator.locks.query()
  return new Set(locks.flatMap(({ name }) => (name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : [])))
}

function lockOf(tab: string): string {
  return `dibao-tab-${tab}`
}
