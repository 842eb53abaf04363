import { Parser } from 'htmlparser2'

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 li tr dt dd blockquote figcaption pre br td th caption div section hr'.split(' '),
)

/** What a reader reads in clean HTML, a line for each block. */
export function textOfHtml(html: string): string {
  let text = ''
  const parser = new Parser({
    ontext: (words) => {
      text += words
    },
    onopentagname: (name) => {
      if (blocks.has(name)) text += '\n'
    },
    onclosetag: (name) => {
      if (blocks.has(name)) text += '\n'
    },
  })
  parser.end(html)
  return text.replace(/[^\S\n]*\n\s*/g, '\n').trim()
}
