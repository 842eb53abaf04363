import { Converter } from 'opencc-js/t2cn'

/**
 * Text as search compares it: runs of signs and words with one space between. Full and half width, case, accents, 简 and 繁 are one; what is
 * neither letter nor digit parts runs, and so does the border between a word and the signs beside it, as in `AI 芯片` and `AI芯片`.
 */
export function foldText(text: string): string {
  let folded = ''
  let before: Part = parts.break
  walk(text, (piece, part) => {
    if (part !== before && folded !== '' && part !== parts.break) folded += ' '
    // A break is written when something follows it.
    before = part
    folded += piece
  })
  return folded
}

/** The same, with the place in the text from which each of its UTF-16 units comes. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = ''
  let before: Part = parts.break
  const places: number[] = []
  walk(text, (piece, part, at) => {
    const whole = part !== before && folded !== '' && part !== parts.break ? ` ${piece}` : piece
    before = part
    folded += whole
    for (let unit = 0; unit < whole.length; unit++) places.push(at)
  })
  places.push(text.length)
  return { folded, places }
}

/** Whether a run is a word, which is found whole or by its beginning; any other is signs, which are found in any place. */
export function isWord(run: string): boolean {
  return partOf(run.codePointAt(0) ?? 0) === parts.word
}

const parts = { unknown: 0, break: 1, nothing: 2, sign: 3, word: 4 } as const
type Part = (typeof parts)[keyof typeof parts]

/** What each UTF-16 unit becomes, found out when it is first met: a newspaper uses some thousands. */
const known = new Uint8Array(0x10000)
const pieces: string[] = []

function walk(text: string, add: (piece: string, part: Part, at: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const start = at
    let part: number
    let piece: string
    if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      const character = text.slice(at, at + 2)
      at++
      piece = foldCharacter(character)
      part = partOfCharacter(character, piece)
    } else {
      if (known[unit] === parts.unknown) learn(unit)
      part = known[unit] ?? parts.break
      piece = pieces[unit] ?? ''
    }
    if (part !== parts.nothing) add(piece, part as Part, start)
  }
}

function learn(unit: number): void {
  const character = String.fromCharCode(unit)
  const piece = foldCharacter(character)
  pieces[unit] = piece
  known[unit] = partOfCharacter(character, piece)
}

const simplify = Converter({ from: 't', to: 'cn' })

function foldCharacter(character: string): string {
  const plain = character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
  return /\p{Script=Han}/u.test(plain) ? simplify(plain) : plain
}

function partOfCharacter(character: string, piece: string): Part {
  if (piece !== '') return partOf(piece.codePointAt(0) ?? 0)
  // What shows nothing parts nothing: marks above letters, joiners, the soft hyphen.
  return /^[\p{M}\p{Cf}]$/u.test(character) ? parts.nothing : parts.break
}

/** Scripts that part words by spaces; all others are written without, and each sign may begin a word. */
const spaced = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u

function partOf(codePoint: number): Part {
  const character = String.fromCodePoint(codePoint)
  if (/^\p{Script=Han}$/u.test(character)) return parts.sign
  return spaced.test(character) || /^\p{N}$/u.test(character) ? parts.word : parts.sign
}
