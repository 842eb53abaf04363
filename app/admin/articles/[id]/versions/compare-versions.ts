import { fill } from '@/components/desk/fill'
import { env } from '@/env'
import type { Article } from '@/newsroom/article'
import { isIn, mergeAside } from '@/newsroom/bring-back'
import type { Copy } from '@/newsroom/copy'
import { workTime } from '@/newsroom/moment'
import type { Staff } from '@/newsroom/staff'
import { type VersionDifference, versionDifference } from '@/newsroom/version-difference'
import { findEarlierVersion, findVersion } from '@/store/history'
import { newsroom } from '../../../newsroom'
import { findSeenAside } from '../../find-seen-aside'
import type { VersionSearch } from './search'

export type Compared = {
  from: number | null
  /** A version, or what copy that was set aside is called. */
  to: number | string
  name: string
  difference: VersionDifference | null
  /** Why there is none to show. */
  why: string
  /** Copy that was set aside says nothing that the article does not say by now. */
  isIn: boolean
}

/**
 * The two versions that are asked for, and how one became the other. Copy that was set aside is shown to who may see it. Without a wish the newest is compared with the one that readers see, or
 * with the one before it.
 */
export async function compareVersions(article: Article, staff: Staff, search: VersionSearch): Promise<Compared> {
  const { db, words, language } = await newsroom()
  const w = words.versions
  const { id } = article
  if (search.aside !== null) return compareAside(search.aside)
  const to = search.to ?? article.version
  if (search.from === null && search.base === to)
    return {
      from: to,
      to,
      name: fill(w.version, { version: to }),
      difference: null,
      why: fill(w.isBase, { version: to }),
      isIn: false,
    }
  const from =
    search.from ?? search.base ?? (await readersVersion()) ?? (await findEarlierVersion(db, id, to)) ?? newer()
  const name = fill(w.version, { version: to })
  const after = await findVersion(db, id, to)
  if (!after) return { from, to, name, difference: null, why: search.to === null ? w.noHistory : gone(to), isIn: false }
  if (from === null) return { from, to, name, difference: null, why: w.only, isIn: false }
  return compare(from, after, { to, name })

  /** The first version became nothing from another: what bringing it back would do is shown. */
  function newer(): number | null {
    return to === article.version ? null : article.version
  }

  async function compare(from: number, after: Copy, { to, name }: { to: number | string; name: string }) {
    const before = await findVersion(db, id, from)
    const difference = before && versionDifference(before, after)
    return { from, to, name, difference, why: gone(from), isIn: false }
  }

  /** What readers see, where the desk is ahead of it and its text is known. */
  async function readersVersion(): Promise<number | null> {
    const { publishedVersion, version } = article
    if (search.to !== null || publishedVersion === null || publishedVersion === version) return null
    return (await findVersion(db, id, publishedVersion)) ? publishedVersion : null
  }

  async function compareAside(key: string): Promise<Compared> {
    const aside = await findSeenAside(db, { article, staff, key })
    if (!aside) return { from: null, to: w.aside, name: w.aside, difference: null, why: w.asideGone, isIn: false }
    const { copy, base, seenVersion } = aside
    const at = workTime(aside.at, { now: new Date(), zone: env.zone, language })
    const name = fill(w.asideName, { by: aside.by?.name ?? '—', at })
    const merged = mergeAside(article.copy, { aside: copy, base })
    const compared = await compare(search.from ?? search.base ?? seenVersion, copy, { to: name, name })
    return { ...compared, isIn: merged !== null && isIn(article.copy, merged) }
  }

  function gone(version: number): string {
    return fill(w.gone, { version })
  }
}
