import { encodePath } from './address'
import { nameIn, nameInAddress, tidyName } from './name-in-address'
import { readSecurityKey, readTypedSecurity, type Security, securityKey } from './security'

/** What lists are called by a name that copy gives: a subject, a medium, a person. */
export const listNouns = ['tag', 'source', 'author'] as const
export type ListNoun = (typeof listNouns)[number]

/** The same, and securities, which are called by their code. */
export const listKinds = [...listNouns, 'security'] as const
export type ListKind = (typeof listKinds)[number]

export function isListNoun(kind: string): kind is ListNoun {
  return listNouns.some((noun) => noun === kind)
}

/** Where a list stands, percent-decoded: `/tag/降准`; by its number where its name is too long for an address. */
export function listPath(noun: ListNoun, { id, name }: { id: number; name: string }): string {
  return `/${noun}/${nameInAddress(name) ?? `~n${id}`}`
}

/** Where a security's list stands: `/security/sh.600519`. */
export function securityPath(security: Security): string {
  return `/security/${securityKey(security)}`
}

/** The address of a list, as a link has it: its newest page, or the one that starts after an article. */
export function listAddress(path: string, after: number | null = null): string {
  return encodePath(path) + (after === null ? '' : `?after=${after}`)
}

/** What the last part of a list's address means. */
export type NameAsked =
  | { id: number }
  /** Any of these, and the first that is known; more than one where people write a name in more than one way. */
  | { names: string[] }

/** Reads the last part of a list's address, percent-decoded. */
export function readNameAsked(part: string): NameAsked {
  const [, id] = /^~n([1-9]\d{0,9})$/.exec(part) ?? []
  if (id !== undefined) return { id: Number(id) }
  const name = nameIn(part)
  return { names: [...new Set([name, name.normalize('NFC'), tidyName(name)])].filter((one) => one !== '') }
}

/** Reads the last part of a security's address, as it is or as a person types it; null for what is none. */
export function readSecurityAsked(part: string): Security | null {
  return readSecurityKey(part) ?? readTypedSecurity(part)
}
