import { foldWithPlaces, isWord } from './fold-text'

/** A stretch of text; `isFound` where it is what was asked for. */
export type Stretch = { text: string; isFound: boolean }

/** A text cut where any of some folded phrases stands. */
export function markText(text: string, phrases: string[]): Stretch[] {
  return cut(text, placesOf(text, phrases), 0, text.length)
}

const before = 20
const around = 70

/**
 * At most two pieces of a text in which folded phrases stand, each with what stands around it and an ellipsis where it was cut; the beginning of the text
 * where none stands in it. Lines run on.
 */
export function excerpts(text: string, phrases: string[]): Stretch[][] {
  // Lines run on without a space, except between words: the cells of a table are no one number.
  const line = text.replace(/\s*\n\s*/g, (gap, at: number) =>
    isInWord(text.charAt(at - 1)) && isInWord(text.charAt(at + gap.length)) ? ' ' : '',
  )
  const found = placesOf(line, phrases)
  const [first] = found
  if (!first) return line === '' ? [] : [excerpt(line, [], 0)]
  // The second shows another phrase, where there is one, else another place.
  const second =
    found.find(({ from, phrase }) => from > first.from + around && phrase !== first.phrase) ??
    found.find(({ from }) => from > first.from + around)
  return [first, ...(second ? [second] : [])].map(({ from }) => excerpt(line, found, from))
}

function excerpt(line: string, found: Place[], at: number): Stretch[] {
  const from = begin(line, whole(line, Math.max(0, at - before), -1), at)
  const to = whole(line, Math.min(line.length, at + around), 1)
  const stretches = cut(line, found, from, to)
  const ellipsis = { text: '……', isFound: false }
  return [...(from > 0 ? [ellipsis] : []), ...stretches, ...(to < line.length ? [ellipsis] : [])]
}

/** After an ellipsis no sentence ends. */
function begin(line: string, from: number, at: number): number {
  if (from === 0) return from
  const ending = /^[^\p{L}\p{N}“‘《（(]+/u.exec(line.slice(from, at))
  return from + (ending?.[0].length ?? 0)
}

/** Not inside a number or a word, since a figure cut short reads as another one, and never between the halves of a character. */
function whole(text: string, at: number, step: 1 | -1): number {
  let moved = at
  while (Math.abs(moved - at) < longestWord && isInWord(text.charAt(moved - 1)) && isInWord(text.charAt(moved)))
    moved += step
  const place = Math.abs(moved - at) < longestWord ? moved : at
  return (text.charCodeAt(place) & 0xfc00) === 0xdc00 ? place - 1 : place
}

const longestWord = 24

function isInWord(sign: string): boolean {
  return sign !== '' && ('.,%'.includes(sign) || isWord(sign))
}

type Place = { from: number; to: number; phrase: string }

function placesOf(text: string, phrases: string[]): Place[] {
  const { folded, places } = foldWithPlaces(text)
  const found = phrases.flatMap((phrase) => {
    const there: Place[] = []
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      if (isWord(phrase) && at > 0 && folded[at - 1] !== ' ') continue
      // A border's space belongs to what follows it.
      const last = places[at + phrase.length - 1] ?? 0
      const next = places.slice(at + phrase.length).find((place) => place > last) ?? text.length
      const end = ends(text, last, next)
      there.push({ from: places[at] ?? 0, to: end, phrase })
    }
    return there
  })
  return found.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** The end of the character that begins at a place: what parts it from the next is not marked. */
function ends(text: string, last: number, next: number): number {
  const character = text.codePointAt(last) ?? 0
  return Math.min(next, last + (character > 0xffff ? 2 : 1))
}

function cut(text: string, found: Place[], from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  const add = (until: number, isFound: boolean, start: number) => {
    if (until > start) stretches.push({ text: text.slice(start, until), isFound })
  }
  let at = from
  for (const place of found) {
    const [start, end] = [Math.max(place.from, at), Math.min(place.to, to)]
    if (end <= start) continue
    add(start, false, at)
    add(end, true, start)
    at = end
  }
  add(to, false, at)
  return stretches
}
