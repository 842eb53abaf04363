/** A number as a reader takes it, with the kind of thing it counts: `30亿`, `6.3565`, `12月8日`. Kinds are what makes two numbers comparable. */
export type Figure = { kind: string; value: string }

/** How a text begins: figures further on are background that every report of a matter repeats. Characters. */
const leadLength = 140

export type Figures = {
  headline: Figure[]
  /** Of the beginning of the text. */
  lead: Figure[]
  /** All there are, written `kind value`. */
  all: Set<string>
}

/** The numbers, days and hours of an article. */
export function figuresOf(headline: string, text: string): Figures {
  const [inHeadline, inText] = [listFigures(headline), listFigures(text)]
  return {
    headline: inHeadline,
    lead: listFigures(text.slice(0, leadLength)),
    all: new Set([...inHeadline, ...inText].map(keyOf)),
  }
}

/**
 * Whether two articles tell different numbers of the same kind, which makes them two reports and not one twice: each leads with one that the
 * other knows nothing of. It must stand in a headline, unless it is a day or an hour, by which a series parts its reports below one headline.
 */
export function doClash(one: Figures, other: Figures): boolean {
  const [mine, theirs] = [unknownTo(one, other), unknownTo(other, one)]
  return mine.some(({ kind, isLoud }) =>
    theirs.some((their) => their.kind === kind && (isLoud || their.isLoud || kind === 'day' || kind === 'hour')),
  )
}

function unknownTo({ headline, lead }: Figures, other: Figures): (Figure & { isLoud: boolean })[] {
  const isUnknown = (figure: Figure) => !other.all.has(keyOf(figure))
  return [
    ...headline.filter(isUnknown).map((figure) => ({ ...figure, isLoud: true })),
    ...lead.filter(isUnknown).map((figure) => ({ ...figure, isLoud: false })),
  ]
}

function keyOf({ kind, value }: Figure): string {
  return `${kind} ${value}`
}

const digits = '零一二三四五六七八九'
const written = `[${digits}两十百千]+`
/** What a written number must stand before, so that 万一 and 三亚 are none. */
const counted = '级|条|家|名|人|次|轮|期|批|日|天|月|年|届|成|倍|座|起|例|号|连|场|度'
const clock = /(\d{1,2})[:：](\d{2})/g
const day = /(?:(\d{1,2})月)?(\d{1,2})日/g
const dayInBrackets = /[（(](\d{1,2})[-.](\d{1,2})[)）]/g
const number =
  /(\d[\d,]*(?:\.\d+)?)\s*(万亿|亿|万|%|个百分点|个基点|点|级|家|条|名|人|次|轮|期|批|起|例|天|年|成|倍|月|届|号|度)?/g
const writtenNumber = new RegExp(`(${written})(${counted})`, 'g')

function listFigures(given: string): Figure[] {
  let text = given.normalize('NFKC')
  const found: Figure[] = []
  // Each kind is taken out of the text, so that the parts of a day are no numbers besides.
  take(dayInBrackets, ([, , date = '']) => ({ kind: 'day', value: String(Number(date)) }))
  take(day, ([, , date = '']) => ({ kind: 'day', value: String(Number(date)) }))
  take(clock, ([, hour = '', minute = '']) => ({ kind: 'hour', value: `${Number(hour)}:${minute}` }))
  take(number, ([, value = '', unit = '']) => ({ kind: unit, value: String(Number(value.replaceAll(',', ''))) }))
  take(writtenNumber, ([, value = '', unit = '']) => ({ kind: unit, value: String(readWritten(value)) }))
  return found

  function take(pattern: RegExp, read: (match: string[]) => Figure): void {
    text = text.replace(pattern, (...match: string[]) => {
      found.push(read(match))
      return ' '
    })
  }
}

/** 二十三 is 23, 两百 is 200; a row of digits, as in 二零二六, is read as one. */
function readWritten(text: string): number {
  if (!/[十百千]/.test(text)) return Number([...text].map(digitOf).join(''))
  let sum = 0
  let next = 0
  for (const sign of text) {
    const power = { 十: 10, 百: 100, 千: 1000 }[sign]
    if (power === undefined) next = digitOf(sign)
    else {
      sum += (next || 1) * power
      next = 0
    }
  }
  return sum + next
}

function digitOf(sign: string): number {
  return sign === '两' ? 2 : digits.indexOf(sign)
}
