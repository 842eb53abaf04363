import type { NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { DeskWords } from '@/messages/words'
import { moveBlock } from './move-block'
import { NodeSelection } from '@tiptap/pm/state'
import type { OpaqueKind } from './read-block'

/** How what the editor has no words for is shown: its kind, and the thing itself in a frame where nothing runs and nothing is reached. */
export function opaqueView(words: DeskWords) {
  return ({ node, view, getPos }: NodeViewRendererProps): NodeView => {
    const kind: OpaqueKind = node.attrs.what
    const dom = document.createElement('div')
    dom.className = 'opaque'
    const head = dom.appendChild(document.createElement('div'))
    head.className = 'opaque-head'
    const name = head.appendChild(document.createElement('span'))
    name.textContent = words.tools.opaque[kind] ?? words.tools.opaque.html
    const choose = () => {
      const at = getPos()
      if (at !== undefined) view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
      return at
    }
    const button = (label: string, act: () => void) => {
      const element = head.appendChild(document.createElement('button'))
      element.type = 'button'
      element.tabIndex = -1
      element.className = 'btn bare small'
      element.textContent = label
      element.addEventListener('click', () => {
        if (!view.editable || choose() === undefined) return
        act()
        view.focus()
      })
    }
    button(words.tools.up, () => moveBlock('up')(view.state, view.dispatch))
    button(words.tools.down, () => moveBlock('down')(view.state, view.dispatch))
    button(words.tools.remove, () => view.dispatch(view.state.tr.deleteSelection()))
    dom.append(showsAsText(kind) ? textOf(node.attrs.source) : frameOf(node.attrs.source, name.textContent))
    return { dom, ignoreMutation: () => true, stopEvent: (event) => event.target instanceof HTMLButtonElement }
  }
}

function showsAsText(kind: OpaqueKind): boolean {
  return kind === 'reference' || kind === 'footnote' || kind === 'script' || kind === 'style'
}

function textOf(source: string): HTMLElement {
  const text = document.createElement('pre')
  text.textContent = source
  return text
}

/** The sandbox forbids all: scripts, forms, navigation; and the frame is out of reach for pointer and keyboard. */
function frameOf(source: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', '')
  frame.setAttribute('loading', 'lazy')
  frame.setAttribute('inert', '')
  frame.tabIndex = -1
  frame.title = title
  frame.srcdoc = source
  return frame
}
