import { isWord } from './fold-text'

/** The single signs and the pairs of neighbouring units of a folded text, as numbers of 32 bits: what an index of sets knows of it. */
export function gramsOf(folded: string): number[] {
  const grams = new Set<number>()
  for (const run of folded.split(' ')) {
    if (run === '') continue
    const isWhole = isWord(run)
    for (let at = 0; at < run.length; at++) {
      const unit = run.charCodeAt(at)
      if (at > 0) grams.add((run.charCodeAt(at - 1) << 16) | unit)
      // A sign may be asked for by itself; of a word, its beginning.
      if (!isWhole || at === 0) grams.add(unit)
    }
  }
  return [...grams]
}

/** What a text that has a phrase must have. Whether it has the phrase is still to be seen, but for one sign, two signs, or a word's first. */
export function gramsOfPhrase(folded: string): { grams: number[]; isCertain: boolean } {
  const runs = folded.split(' ')
  const grams = runs.flatMap((run) =>
    run.length === 1
      ? [run.charCodeAt(0)]
      : Array.from({ length: run.length - 1 }, (_, at) => (run.charCodeAt(at) << 16) | run.charCodeAt(at + 1)),
  )
  return {
    grams: [...new Set(grams)],
    isCertain: runs.length === 1 && grams.length === 1 && (folded.length === 1 || !isWord(folded)),
  }
}
