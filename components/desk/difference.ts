/** A stretch of text: in both versions, or only in one. */
export type Stretch = { in: 'both' | 'theirs' | 'mine'; text: string }

/** Tables larger than this many cells are not compared piece by piece. */
const mostCells = 4_000_000

/** How two texts differ, word by word: one character of Chinese or one run of letters or digits at a time. */
export function textDifference(theirs: string, mine: string): Stretch[] {
  return readable(compare(pieces(theirs), pieces(mine)))
}

/** How two bodies differ: paragraph by paragraph, and inside changed ones word by word. */
export function bodyDifference(theirs: string, mine: string): Stretch[][] {
  const rows = compare(lines(theirs), lines(mine))
  const out: Stretch[][] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    const next = rows[at + 1]
    if (!row) continue
    if (row.in === 'theirs' && next?.in === 'mine') {
      out.push(textDifference(row.text, next.text))
      at++
    } else {
      out.push([row])
    }
  }
  return out
}

function lines(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').split(/(?<=\n)/)
}

function pieces(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').match(/[\p{Script=Latin}\p{Nd}]+|\s+|./gsu) ?? []
}

/** Longest common subsequence, with what both share at either end set aside first. Neighbours of one kind are joined. */
function compare(theirs: string[], mine: string[]): Stretch[] {
  let start = 0
  while (start < theirs.length && start < mine.length && theirs[start] === mine[start]) start++
  let end = 0
  while (end < theirs.length - start && end < mine.length - start && theirs.at(-1 - end) === mine.at(-1 - end)) end++
  return join([
    { in: 'both', text: theirs.slice(0, start).join('') },
    ...between(theirs.slice(start, theirs.length - end), mine.slice(start, mine.length - end)),
    { in: 'both', text: theirs.slice(theirs.length - end).join('') },
  ])
}

function between(theirs: string[], mine: string[]): Stretch[] {
  const width = mine.length + 1
  if (theirs.length * mine.length > mostCells)
    return [
      { in: 'theirs', text: theirs.join('') },
      { in: 'mine', text: mine.join('') },
    ]
  const longest = new Uint32Array((theirs.length + 1) * width)
  const cell = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = theirs.length - 1; row >= 0; row--) {
    for (let column = mine.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        theirs[row] === mine[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1))
    }
  }
  const out: Stretch[] = []
  let row = 0
  let column = 0
  while (row < theirs.length || column < mine.length) {
    const their = theirs[row]
    const my = mine[column]
    if (their !== undefined && their === my) {
      out.push({ in: 'both', text: their })
      row++
      column++
    } else if (their !== undefined && (my === undefined || cell(row + 1, column) >= cell(row, column + 1))) {
      out.push({ in: 'theirs', text: their })
      row++
    } else if (my !== undefined) {
      out.push({ in: 'mine', text: my })
      column++
    }
  }
  return out
}

function join(stretches: Stretch[]): Stretch[] {
  const out: Stretch[] = []
  for (const stretch of stretches) {
    const last = out.at(-1)
    if (!stretch.text) continue
    if (last?.in === stretch.in) last.text += stretch.text
    else out.push({ ...stretch })
  }
  return out
}

/** A single shared character between two changes is an accident of the language: it is read as part of the change. */
function readable(stretches: Stretch[]): Stretch[] {
  const out: Stretch[] = []
  let theirs = ''
  let mine = ''
  const flush = () => {
    if (theirs) out.push({ in: 'theirs', text: theirs })
    if (mine) out.push({ in: 'mine', text: mine })
    theirs = ''
    mine = ''
  }
  stretches.forEach((stretch, at) => {
    const lone = stretch.in === 'both' && at > 0 && at < stretches.length - 1 && Array.from(stretch.text).length < 2
    if (stretch.in === 'both' && !lone) {
      flush()
      out.push(stretch)
      return
    }
    if (stretch.in !== 'mine') theirs += stretch.text
    if (stretch.in !== 'theirs') mine += stretch.text
  })
  flush()
  return out
}
