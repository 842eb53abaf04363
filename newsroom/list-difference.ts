import { diffIndices } from 'node-diff3'

/**
 * Where two lists differ: the longest they have in common stands between the places. Each text is compared as its number, since `node-diff3`
 * looks texts up in a plain object, which has a `constructor` of its own.
 */
export function listDifference(before: string[], after: string[]): ReturnType<typeof diffIndices> {
  const numbers = new Map<string, number>()
  const numbered = (list: string[]) =>
    list.map((text) => {
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      return number
    })
  return diffIndices(numbered(before), numbered(after))
}
