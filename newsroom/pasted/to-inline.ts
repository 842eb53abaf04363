import type { ElementContent } from 'hast'
import { makeElement } from './make-element'
import { type Marks, markOrder } from './marks'
import { lineEnd, type Run } from './to-paragraphs'

/** The runs of one paragraph as elements, neighbours that wear the same in one. */
export function toInline(runs: readonly Run[], kinds: readonly (keyof Marks)[] = markOrder): ElementContent[] {
  const [kind, ...inner] = kinds
  if (!kind)
    return runs.map(({ text }) => (text === lineEnd ? makeElement('br', {}, []) : { type: 'text', value: text }))
  return stretches(runs, kind).flatMap((stretch) => {
    const value = stretch[0]?.marks[kind]
    const children = toInline(stretch, inner)
    return value ? [makeElement(kind, kind === 'a' ? { href: String(value) } : {}, children)] : children
  })
}

function stretches(runs: readonly Run[], kind: keyof Marks): Run[][] {
  const found: Run[][] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last?.[0]?.marks[kind] === run.marks[kind]) last?.push(run)
    else found.push([run])
  }
  return found
}
