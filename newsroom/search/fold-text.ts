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

const parts = { break: 0, sign: 1, word: 2 } as const
type Part = (typeof parts)[keyof typeof parts]

type Piece = { text: string; part: Part }

/** What each UTF-16 unit becomes, found out when it is first met: a newspaper uses some thousands. */
const known: (Piece[] | undefined)[] = []

function walk(text: string, add: (piece: string, part: Part, at: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const start = at
    const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (isPair) at++
    const pieces = isPair ? foldCharacter(text.slice(start, at + 1)) : piecesOf(unit)
    for (const piece of pieces) add(piece.text, piece.part, start)
  }
}

function piecesOf(unit: number): Piece[] {
  const pieces = known[unit] ?? foldCharacter(String.fromCharCode(unit))
  known[unit] = pieces
  return pieces
}

let converter: ((text: string) => string) | undefined

/** Made when it is first needed: its tables take 11 MB, which a process that only shows pages has no use for. */
function simplify(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' })
  return converter(text)
}

/** Nearly always one piece; `㋀` is a digit and a sign, `½` two digits with a break between. What shows nothing is none. */
function foldCharacter(character: string): Piece[] {
  const plain = character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
  const simple = /\p{Script=Han}/u.test(plain) ? simplify(plain) : plain
  return [...simple].flatMap((one) => {
    // Marks above letters, joiners, the soft hyphen.
    if (/^[\p{Mn}\p{Cf}]$/u.test(one)) return []
    return /^[\p{L}\p{N}\p{M}]$/u.test(one)
      ? [{ text: one, part: partOf(one.codePointAt(0) ?? 0) }]
      : [{ text: '', part: parts.break }]
  })
}

/** Scripts that part words by spaces; all others are written without, and each sign may begin a word. */
const spaced = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u

function partOf(codePoint: number): Part {
  const character = String.fromCodePoint(codePoint)
  if (/^\p{Script=Han}$/u.test(character)) return parts.sign
  return spaced.test(character) || /^\p{N}$/u.test(character) ? parts.word : parts.sign
}
