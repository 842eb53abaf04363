import { env } from '@/env'
import type { Identity } from '@/newsroom/identity'
import {
  type ListKind,
  type ListNoun,
  listAddress,
  listPath,
  readNameAsked,
  readSecurityAsked,
  securityPath,
} from '@/newsroom/list-address'
import type { NamedList } from '@/newsroom/named-list'
import type { PublishedArticle } from '@/newsroom/published-article'
import { securityKey } from '@/newsroom/security'
import { database } from '@/store/database'
import { listUnder, type Under } from '@/store/listed-under'
import { findNamedList, numbersOf } from '@/store/named-lists'
import { findCursor } from '@/store/published'
import { findNamedSecurity, type NamedSecurity } from '@/store/securities'
import { dependOn } from './page-context'

/** A list that readers see: what it is called, where it stands, and what is in it. */
export type ShownList = {
  kind: ListKind
  name: string
  /** Where it stands, percent-decoded. */
  path: string
  /** Where the first of its names that was known stands: it stays when the list is called otherwise. */
  firstPath: string
  security: NamedSecurity | null
  under: Under
  /** What its newest page depends on, and the pages behind it. */
  depends: { newest: Identity[]; older: Identity[] }
}

/** What stands at the address of a list. */
export type ListAnswer = { is: 'list'; list: ShownList } | { is: 'moved'; to: string } | { is: 'missing' }

export type ListPage = { list: ShownList; articles: PublishedArticle[]; olderPath: string | null }

const pageLength = 30

/**
 * The list that the last part of an address means, percent-decoded, whether or not it has anything to show. One that is called otherwise now,
 * or that people write in another way, has moved, in one step.
 */
export async function readNamedList(kind: ListKind, part: string): Promise<ListAnswer> {
  // A slash at the end parts nothing from nothing.
  const asked = part.replace(/\/$/, '')
  const list = kind === 'security' ? await securityList(asked) : await nounList(kind, asked)
  if (!list) return { is: 'missing' }
  return list.path === `/${kind}/${part}` ? { is: 'list', list } : { is: 'moved', to: list.path }
}

/** A page of a list, newest first: the first, or the one that starts after an article. Null where there is nothing to show. */
export async function readListPage(list: ShownList, after: number | null): Promise<ListPage | null> {
  if (after === null) dependOn(...list.depends.newest)
  else dependOn(...list.depends.older, `article:${after}`)
  const db = await database(env.databaseUrl)
  const cursor = after === null ? null : await findCursor(db, after)
  if (after !== null && !cursor) return null
  const found = await listUnder(db, list.under, { after: cursor, limit: pageLength + 1 })
  if (found.length === 0) return null
  const articles = found.slice(0, pageLength)
  const last = articles.at(-1)
  return { list, articles, olderPath: found.length > pageLength && last ? listAddress(list.path, last.id) : null }
}

async function nounList(noun: ListNoun, part: string): Promise<ShownList | null> {
  const asked = readNameAsked(part)
  const list = await findNamedList(await database(env.databaseUrl), noun, asked)
  const itsOwn = list ? [list, ...list.formerNames].map(({ name }) => name) : []
  // A list that were called exactly so would be meant.
  const others = 'names' in asked ? asked.names.filter((name) => !itsOwn.includes(name)) : []
  dependOn(...others.map((name) => `${noun}:${name}` as const))
  return list && shownList(list)
}

function shownList(list: NamedList): ShownList {
  const { noun, name, formerNames } = list
  const [first = list] = [list, ...formerNames].sort((one, other) => one.id - other.id)
  return {
    kind: noun,
    name,
    path: listPath(noun, list),
    firstPath: listPath(noun, first),
    security: null,
    under: { kind: noun, ids: numbersOf(list) },
    // An article touches the name that it says.
    depends: {
      newest: [list, ...formerNames].map((one) => `${noun}:${one.name}` as const),
      older: [list, ...formerNames].map((one) => `${noun}-past:${one.name}` as const),
    },
  }
}

async function securityList(part: string): Promise<ShownList | null> {
  const asked = readSecurityAsked(part)
  if (!asked) return null
  dependOn(`security:${securityKey(asked)}`)
  const found = await findNamedSecurity(await database(env.databaseUrl), asked)
  if (!found) return null
  const { id, ...security } = found
  const path = securityPath(security)
  const depends: Identity[] = [`security:${securityKey(security)}`]
  return {
    kind: 'security',
    name: security.name,
    path,
    firstPath: path,
    security,
    under: { kind: 'security', ids: [id] },
    depends: { newest: depends, older: depends },
  }
}
