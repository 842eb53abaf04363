import type { Day } from '../moment'

/** The day that `2026-11-24`, `20261124`, `2026/11`, `2026年11月24日` or `2026` names, the first of a month or a year; null for what is none. */
export function readDay(text: string): Day | null {
  const found = /^(\d{4})(?:[-/.年]?(\d{1,2})?(?:[-/.月]?(\d{1,2})?日?)?)?[月年]?$/.exec(text.normalize('NFKC').trim())
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  const at = new Date(Date.UTC(year, month - 1, day))
  const isThere = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isThere && year >= 1000 ? { year, month, day } : null
}
