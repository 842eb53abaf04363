import { Parser } from 'htmlparser2'

/**
 * Takes the framework out of a document: its scripts, the data they would start from, what announces them, and the comments it marks its
 * parts with. What stays is byte for byte as it was. Scripts that are data for machines stay, and our own.
 */
export function slimDocument(document: Buffer): Buffer {
  // A character for each byte: all that is looked for is ASCII, and a place in the text is one in the document.
  const html = document.toString('latin1')
  const cuts: Cut[] = []
  let cutFrom: number | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      if (cutFrom !== null) return
      if (name === 'script' && !staysAsScript(attributes)) cutFrom = parser.startIndex
      else if (name === 'link' && announcesScript(attributes)) cuts.push([parser.startIndex, parser.endIndex + 1])
      // Next's place for late metadata, which is empty in a document that waits for all of it.
      else if (name === 'div' && html.startsWith(emptyOutlet, parser.startIndex))
        cuts.push([parser.startIndex, parser.startIndex + emptyOutlet.length])
    },
    onclosetag(name) {
      if (name !== 'script' || cutFrom === null) return
      // The parser's end of `</script >` is before the space.
      const end = html.indexOf('>', parser.endIndex)
      cuts.push([cutFrom, end < 0 ? html.length : end + 1])
      cutFrom = null
    },
    oncomment(text) {
      if (/^(?:\/?\$[!?~]?| |\/?&|F!?)?$/.test(text)) cuts.push([parser.startIndex, parser.endIndex + 1])
    },
  })
  parser.end(html)
  return withoutCuts(document, cuts)
}

const emptyOutlet = '<div hidden=""><!--$--><!--/$--></div>'

type Attributes = Record<string, string>
type Cut = [from: number, to: number]

function staysAsScript({ type, src }: Attributes): boolean {
  return type === 'application/ld+json' || type === 'speculationrules' || src === '/reader.js'
}

function announcesScript({ rel, as }: Attributes): boolean {
  return rel === 'modulepreload' || (rel === 'preload' && as === 'script')
}

function withoutCuts(document: Buffer, cuts: Cut[]): Buffer {
  const kept: Buffer[] = []
  let at = 0
  for (const [from, to] of cuts.sort(([a], [b]) => a - b)) {
    if (from < at) continue
    kept.push(document.subarray(at, from))
    at = to
  }
  return Buffer.concat([...kept, document.subarray(at)])
}
