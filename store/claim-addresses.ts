import { newAddress } from '@/newsroom/address'
import type { IncomingArticle } from '@/newsroom/incoming-article'
import type { Transaction } from './database'
import { insertRows, type Row } from './insert-rows'

export type Claim = {
  one: IncomingArticle
  id: number
  /** Where it stands already; null for a new one. */
  path: string | null
  /** Whether it was withdrawn: what it is found at from now on is gone too. */
  isGone: boolean
}

export type Claimed = {
  path: string
  /** What it wanted and something else has. */
  takenPaths: string[]
  /** What leads to it now and led nowhere before. */
  newPaths: string[]
}

/**
 * Gives each article its addresses; a path that was ever public for something else is not given out again. One that stands somewhere
 * already stays there, and what its site calls it now leads to it.
 */
export async function claimAddresses(
  tx: Transaction,
  claims: Claim[],
  { zone, at }: { zone: string; at: Date },
): Promise<Map<string, Claimed>> {
  const wanted = claims.flatMap(({ one }) => [one.path, ...one.movedPaths]).filter((path) => path !== null)
  const owners = new Map<string, number | null>()
  const lookUp = async (paths: string[]) => {
    const rows = await tx.address.findMany({ where: { path: { in: paths } }, select: { path: true, articleId: true } })
    for (const { path, articleId } of rows) owners.set(path, articleId)
  }
  await lookUp(wanted)

  const rows: Row[] = []
  const claimed = new Map<string, Claimed>()
  for (const { one, id, path: standing, isGone } of claims) {
    const takenPaths: string[] = []
    const newPaths: string[] = []
    const claim = (path: string, state: 'current' | 'moved'): boolean => {
      if (owners.has(path)) {
        const isOurs = owners.get(path) === id
        if (!isOurs) takenPaths.push(path)
        return isOurs
      }
      owners.set(path, id)
      const isFirst = standing === null && state === 'current'
      rows.push({ path, state: isGone ? 'gone' : state, articleId: id, since: at, isFirst })
      newPaths.push(path)
      return true
    }
    const path = standing ?? (one.path !== null && claim(one.path, 'current') ? one.path : await ownPath(one, id))
    if (standing === null && path !== one.path) claim(path, 'current')
    for (const other of [one.path, ...one.movedPaths]) if (other !== null && other !== path) claim(other, 'moved')
    claimed.set(one.originKey, { path, takenPaths: [...new Set(takenPaths)], newPaths })
  }
  await insertRows(tx, 'address', rows)
  return claimed

  /** One of our own making: its number behind an i, and a second number where a post has that name already. */
  async function ownPath({ copy, publishedAt }: IncomingArticle, id: number): Promise<string> {
    for (let count = 1; ; count++) {
      // A bare number might be the name of a post that comes later.
      const slug = count === 1 ? `i${id}` : `i${id}-${count}`
      const path = newAddress({ id, category: copy.category, slug, publishedAt }, zone)
      if (!owners.has(path)) await lookUp([path])
      if (!owners.has(path)) return path
    }
  }
}
