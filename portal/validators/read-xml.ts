import { SaxesParser } from 'saxes'

/** An element as a parser of others' making read it; attributes by the name as written. */
export type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string }

/** Reads a document strictly, as XML 1.0 with namespaces. Throws at the first thing that is not well-formed. For tests. */
export function readXml(document: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(document).close()
  const [whole] = root.children
  if (!whole) throw new Error('There is no element.')
  return whole
}

/** The elements of a name, anywhere below. */
export function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The texts of the elements of a name that stand right in another. */
export function texts(node: Node | undefined, name: string): string[] {
  return (node?.children ?? []).filter((child) => child.name === name).map(({ text }) => text)
}
