import { readSecurity } from '@/newsroom/security'

/** A security that may be marked: what to write into the mark, and the name to show. */
export type FoundSecurity = { code: string; market: string; name: string }

/** Finds securities by what was typed, a code or a part of a name. */
export type FindSecurities = (typed: string) => Promise<FoundSecurity[]>

/** Knows no names: a code by itself, or with its market as in `sh600519` and `600519.SH`. */
export const findByCode: FindSecurities = async (typed) => {
  const [, before, code = '', after] =
    /^(sh|sz|bj|hk|us)?\.?([\w.]+?)(?:\.(sh|sz|bj|hk|us))?$/i.exec(typed.trim()) ?? []
  const security = readSecurity(code.toUpperCase(), before ?? after)
  return security ? [{ ...security, name: security.code }] : []
}
