const longestTyped = 40

/** What somebody typed to narrow a list of names, written in one way: one width, small letters, no spaces, no more than a name has. */
export function foldTyped(typed: string): string {
  const read = typed
    .slice(0, 4 * longestTyped)
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
  return read
    .replace(/[\s'’]+/gu, '')
    .slice(0, longestTyped)
    .toWellFormed()
}
