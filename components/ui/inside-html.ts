import { createElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import { htmlOf, partsOf, type Props } from './html-of'

/**
 * The same page in few elements: the outermost stay React's, what is inside of them is HTML. Next writes an element three times, into a stream of
 * its own, out of it, and into the document; what readers see needs writing once. Throws as `htmlOf` does.
 */
export function insideHtml(node: ReactNode): ReactNode {
  return outermost(node).map((part, at) => (typeof part === 'string' ? part : withHtml(part, at)))
}

function outermost(node: ReactNode): (ReactElement<Props> | string)[] {
  if (node === null || node === undefined || typeof node === 'boolean') return []
  if (Array.isArray(node)) return node.flatMap(outermost)
  if (!isValidElement<Props>(node)) return [String(node)]
  return typeof node.type === 'string' ? [node] : outermost(partsOf(node))
}

function withHtml({ type, props }: ReactElement<Props>, key: number): ReactElement {
  const { children, ...own } = props
  const html = children === undefined ? null : { dangerouslySetInnerHTML: { __html: htmlOf(children) } }
  return createElement(type, { ...own, ...html, key })
}
