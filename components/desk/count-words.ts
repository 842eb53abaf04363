/** How long a text is, as a desk counts it: every character that is not white space. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s+/gu, '')).length
}

/** Minutes to read a text at 400 characters a minute, at least one. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / 400))
}
