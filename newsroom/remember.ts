/**
 * A pure function that finds each answer once, for those who ask the same again and again. `keyOf` tells questions apart; once `most` answers are
 * known all are forgotten, so that what nobody asks any more goes.
 */
export function remember<Asked extends unknown[], Answer extends string | number | object | null>(
  find: (...asked: Asked) => Answer,
  { most, keyOf }: { most: number; keyOf: (...asked: Asked) => string },
): (...asked: Asked) => Answer {
  const known = new Map<string, Answer>()
  return (...asked) => {
    const key = keyOf(...asked)
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const answer = find(...asked)
    known.set(key, answer)
    return answer
  }
}
