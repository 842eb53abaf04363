import { Extension } from '@tiptap/core'
import { DOMSerializer } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { safeSlice } from './safe-slice'

/**
 * Knows what was copied in an editor of ours, so that it keeps what nobody else's page may bring: marks of securities, blocks held whole.
 * Every page made with ProseMirror says `data-pm-slice`; ours says a word besides that no other site can know. Whatever says it, what comes
 * in is held to the schema once more.
 */
export const ownCopies = Extension.create({
  name: 'ownCopies',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          clipboardSerializer: new MarkingSerializer(
            DOMSerializer.nodesFromSchema(schema),
            DOMSerializer.marksFromSchema(schema),
          ),
          // What is dragged within the editor never was outside, and keeps its sources.
          transformPasted: (slice, view) => (view.dragging ? slice : safeSlice(slice)),
        },
      }),
    ]
  },
})

const attribute = 'data-dibao-copy'

/** Whether a clipboard's HTML was copied in an editor of this newsroom, in this browser. */
export function isOwnCopy(html: string): boolean {
  return html.includes(`${attribute}="${ownWord()}"`)
}

class MarkingSerializer extends DOMSerializer {
  override serializeFragment(...[fragment, options, target]: Parameters<DOMSerializer['serializeFragment']>) {
    const made = super.serializeFragment(fragment, options, target)
    // Called once without a target for the whole, and for the content of each node with one.
    if (!target) [...made.childNodes].find((node) => node instanceof Element)?.setAttribute(attribute, ownWord())
    return made
  }
}

let word: string | null = null

/** Shared by all tabs of this newsroom, so that one can copy from one article into another; a tab's own where nothing may be kept. */
function ownWord(): string {
  word ??= keptWord(newWord())
  return word
}

function newWord(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('')
}

function keptWord(fresh: string): string {
  try {
    const known = localStorage.getItem(attribute)
    if (known && /^[a-z0-9]{16,}$/.test(known)) return known
    localStorage.setItem(attribute, fresh)
  } catch {
    // A browser that keeps nothing refuses to be asked.
  }
  return fresh
}
