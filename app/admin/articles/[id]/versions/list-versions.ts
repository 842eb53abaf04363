import { fill } from '@/components/desk/fill'
import type { VersionOption } from '@/components/desk/version-choice'
import type { ShownDay, ShownVersion } from '@/components/desk/version-list'
import { dayInWords } from '@/components/ui/calendar'
import { env } from '@/env'
import type { Article } from '@/newsroom/article'
import { fromAside, seesAside } from '@/newsroom/bring-back'
import type { HistoryEntry } from '@/newsroom/history'
import { asidesBetween, type HistoryRow, historyDays, type SetAside } from '@/newsroom/history-days'
import { readDecision } from '@/newsroom/related/decide'
import { clockTime, dayOf, daysBetween, workTime } from '@/newsroom/moment'
import type { Staff } from '@/newsroom/staff'
import { listAsides } from '@/store/asides'
import { listHistory } from '@/store/history'
import { newsroom } from '../../../newsroom'
import type { Compared } from './compare-versions'
import { searchAddress, type VersionSearch } from './search'

const pageLength = 100

type Listed = { days: ShownDay[]; options: VersionOption[]; newerPath: string | null; olderPath: string | null }

/** A page of the history as shown, and the versions that one can choose from on it. */
export async function listVersions(
  article: Article,
  staff: Staff,
  search: VersionSearch,
  { from, to }: Pick<Compared, 'from' | 'to'>,
): Promise<Listed> {
  const { db, words, language } = await newsroom()
  const w = words.versions
  const now = new Date()
  const { id } = article
  const { before } = search
  const { entries, next } = await listHistory(db, id, { before, limit: pageLength })
  const last = entries.at(-1)
  const newest = before === null ? null : (entries[0] ?? null)
  const asides = asidesBetween(
    (await listAsides(db, id)).filter((aside) => seesAside(staff, article, aside)),
    { newest, next },
  )
  // Acts that leave the text alone share its version: the line of the newest of them is the current one.
  const firstOf = new Map(entries.toReversed().map(({ version, number }) => [version, number]))
  const latest = (version: number | null) =>
    version === null ? undefined : entries.find((entry) => entry.version === version)?.number

  return {
    days: historyDays(entries, asides, env.zone).map(({ at, rows }) => ({ name: nameOf(at), rows: rows.map(toShown) })),
    options: optionsOf(entries),
    newerPath: before === null ? null : searchAddress(id, { ...search, before: null }),
    olderPath: next && last ? searchAddress(id, { ...search, before: last.number }) : null,
  }

  function nameOf(at: Date): string {
    const ago = daysBetween(at, now, env.zone)
    if (ago === 0) return w.today
    if (ago === 1) return w.yesterday
    return dayInWords(at, env.zone, language, dayOf(at, env.zone).year !== dayOf(now, env.zone).year)
  }

  function toShown(row: HistoryRow): ShownVersion {
    if (row.is === 'aside') return asideLine(row.aside)
    if (row.is === 'act') return line(row.entry)
    const inner = row.entries.map(line)
    const [newest] = row.entries
    const oldest = row.entries.at(-1) ?? newest
    return {
      ...blank,
      key: `folded-${newest.number}`,
      number: `${oldest.version}–${newest.version}`,
      act: w.acts.autosave,
      by: newest.by?.name ?? '—',
      time: [oldest, newest].map(({ at }) => clockTime(at, env.zone)).join('–'),
      why: fill(w.folded, { count: inner.length }),
      inner,
    }
  }

  function line({ number, version, act, by, at, why }: HistoryEntry): ShownVersion {
    return {
      ...blank,
      key: String(number),
      number: String(version),
      act: w.acts[act],
      by: by?.name ?? '—',
      time: clockTime(at, env.zone),
      why: whyOf(act, why),
      href: searchAddress(id, { ...search, from: null, to: version, aside: null }),
      current: typeof to === 'number' && latest(to) === number,
      isBase: latest(from) === number && (from !== to || search.base === from),
      isReaders: article.publishedVersion === version && firstOf.get(version) === number,
    }
  }

  /** Some reasons are kept in a word that no language owns. */
  function whyOf(act: HistoryEntry['act'], why: string | null): string | null {
    if (act === 'restore' && why !== null) return fill(w.restored, { version: why })
    const decision = act === 'relate' && why !== null ? readDecision(why) : null
    if (decision) return fill(words.related.told[decision.act], { id: decision.otherId ?? '' })
    return act === 'merge' && why === fromAside ? w.broughtBack : why
  }

  function asideLine({ key, seenVersion, by, at }: SetAside): ShownVersion {
    return {
      ...blank,
      key: `aside-${key}`,
      act: w.aside,
      by: by?.name ?? '—',
      time: clockTime(at, env.zone),
      why: fill(w.asideWhy, { version: seenVersion }),
      href: searchAddress(id, { ...search, from: null, to: null, aside: key }),
      current: search.aside === key,
    }
  }

  function optionsOf(entries: HistoryEntry[]): VersionOption[] {
    const options = new Map<number, string>()
    for (const { version, by, at } of entries.toReversed()) {
      const time = workTime(at, { now, zone: env.zone, language })
      if (!options.has(version)) options.set(version, fill(w.named, { version, by: by?.name ?? '—', at: time }))
    }
    for (const version of [from, to])
      if (typeof version === 'number' && !options.has(version)) options.set(version, fill(w.version, { version }))
    return [...options].map(([version, name]) => ({ version, name })).sort((one, other) => other.version - one.version)
  }
}

const blank: ShownVersion = {
  key: '',
  number: '',
  act: '',
  by: '',
  time: '',
  why: null,
  href: '',
  current: false,
  isBase: false,
  isReaders: false,
  inner: [],
}
