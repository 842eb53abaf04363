import type { NodeViewRendererProps } from '@tiptap/core'
import type { ElementContent } from 'hast'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { toBarChart } from '@/newsroom/bar-chart'

/** A block of code; one that draws bars has its chart below, drawn anew as its figures change. */
export function codeView({ node }: NodeViewRendererProps): NodeView {
  const dom = document.createElement('div')
  dom.className = 'code'
  const contentDOM = dom.appendChild(document.createElement('pre'))
  const chart = dom.appendChild(document.createElement('div'))
  chart.contentEditable = 'false'
  chart.className = 'chart'
  const draw = (now: Node) => chart.replaceChildren(...chartOf(now).map(toDom))
  draw(node)
  return {
    dom,
    contentDOM,
    update: (now) => {
      if (now.type !== node.type) return false
      draw(now)
      return true
    },
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  }
}

function chartOf({ attrs, textContent }: Node): ElementContent[] {
  if (attrs.codeKeep?.class !== 'language-bars') return []
  const code = {
    type: 'element' as const,
    tagName: 'code',
    properties: { className: ['language-bars'] },
    children: [{ type: 'text' as const, value: textContent }],
  }
  const chart = toBarChart({ type: 'element', tagName: 'pre', properties: {}, children: [code] })
  return chart ? [chart] : []
}

const svg = new Set(['svg', 'rect'])

function toDom(node: ElementContent): globalThis.Node {
  if (node.type === 'text') return document.createTextNode(node.value)
  if (node.type !== 'element') return document.createComment('')
  const element = svg.has(node.tagName)
    ? document.createElementNS('http://www.w3.org/2000/svg', node.tagName)
    : document.createElement(node.tagName)
  for (const [name, value] of Object.entries(node.properties))
    element.setAttribute(attributeNames[name] ?? name, Array.isArray(value) ? value.join(' ') : String(value))
  element.append(...node.children.map(toDom))
  return element
}

const attributeNames: Record<string, string> = { className: 'class', ariaHidden: 'aria-hidden' }
