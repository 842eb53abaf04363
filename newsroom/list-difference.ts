import { diffIndices } from 'node-diff3'

type Hunk = Pick<ReturnType<typeof diffIndices>[number], 'buffer1' | 'buffer2'>

/** What may still be spent on comparing. */
export type Budget = { steps: number }

/** Steps for about a second: what says the same thing over and over can take hours otherwise. */
export function newBudget(): Budget {
  return { steps: 500_000_000 }
}

/**
 * Where two lists differ, as the start and the length in either; all between is in both. What would take more than is left of the budget is
 * one difference, from the first place that differs to the last.
 */
export function listDifference(before: string[], after: string[], budget = newBudget()): Hunk[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (old.length + fresh.length === 0) return []
  const steps = stepsOf(old, fresh)
  if (steps > budget.steps) return [{ buffer1: [start, old.length], buffer2: [start, fresh.length] }]
  budget.steps -= steps
  return compare(old, fresh).map(({ buffer1, buffer2 }) => ({
    buffer1: [buffer1[0] + start, buffer1[1]],
    buffer2: [buffer2[0] + start, buffer2[1]],
  }))
}

/** `node-diff3` looks at every pair of places that say the same, and at each along the longest run so far. */
function stepsOf(old: string[], fresh: string[]): number {
  const counts = new Map<string, number>()
  for (const text of old) counts.set(text, (counts.get(text) ?? 0) + 1)
  const pairs = fresh.reduce((sum, text) => sum + (counts.get(text) ?? 0), 0)
  return pairs * Math.min(old.length, fresh.length)
}

/** Each text is compared as its number: `node-diff3` looks texts up in a plain object, which has a `constructor` of its own. */
function compare(before: string[], after: string[]): Hunk[] {
  const numbers = new Map<string, number>()
  const numbered = (list: string[]) =>
    list.map((text) => {
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      return number
    })
  return diffIndices(numbered(before), numbered(after))
}
