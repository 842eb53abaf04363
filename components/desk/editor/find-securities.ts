import { type Security, readTypedSecurity, securityKey } from '@/newsroom/security'

/** A security that may be marked: what to write into the mark, and the name to show. */
export type FoundSecurity = Security & {
  name: string
  /** No copy has marked it yet: only what was typed says that there is one. */
  isNew: boolean
}

/** Finds securities by what was typed, a code or a part of a name. */
export type FindSecurities = (typed: string, signal: AbortSignal) => Promise<FoundSecurity[]>

/** Asks the desk for those that copy has marked. A code may be typed all the same, whatever the desk knows and whether it answers. */
export const findSecurities: FindSecurities = async (typed, signal) => {
  if (typed.trim() === '') return []
  const fresh = readNewSecurity(typed)
  const isNamed = fresh !== null && fresh.name !== fresh.code
  const known = await askDesk(isNamed ? securityKey(fresh) : typed, signal).catch(() => [])
  const isKnown = fresh && known.some((one) => securityKey(one) === securityKey(fresh))
  return fresh && !isKnown ? [...known, fresh] : known
}

async function askDesk(typed: string, signal: AbortSignal): Promise<FoundSecurity[]> {
  const response = await fetch(`/admin/securities?${new URLSearchParams({ typed })}`, { signal })
  if (!response.ok) return []
  const found: Omit<FoundSecurity, 'isNew'>[] = await response.json()
  return found.map((one) => ({ ...one, isNew: false }))
}

/** A code by itself, with its market as in `sh600519` and `600519.SH`, and with its name behind a blank: `00700.HK 腾讯控股`. */
export function readNewSecurity(typed: string): FoundSecurity | null {
  const [, code = '', name = ''] = /^(\S+)(?:\s+(.{1,40}))?$/u.exec(typed.normalize('NFKC').trim()) ?? []
  const security = readTypedSecurity(code)
  return security && { ...security, name: name || security.code, isNew: true }
}

/**
 * The one that can be meant and no other: the only one found, or the one whose code or whole name was typed. Null where somebody has to
 * look at the list first.
 */
export function sureOf(found: FoundSecurity[], typed: string): FoundSecurity | null {
  const exact = found.filter(({ name, code, market }) =>
    [name, code, `${market}${code}`, `${market}.${code}`, `${code}.${market}`]
      .map((one) => one.toLowerCase())
      .includes(typed.normalize('NFKC').trim().toLowerCase()),
  )
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  return found.length === 1 ? (found[0] ?? null) : null
}
