import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import pLimit from 'p-limit'
import { isForeign } from '@/newsroom/foreign-pictures'
import { dataFile } from './data-file'
import { figureOf } from './figure-of'
import type { TakePicture, TakenPicture } from './taken-picture'

/** How many are on their way, and what could not be brought: its name or address, and why. */
export type Brought = { waiting: number; failed: { name: string; sentence: string }[] }

export type BringPictures = {
  take: TakePicture
  tell: (brought: Brought) => void
  /** What a picture without a name is called. */
  unnamed: string
}

type Outcome = TakenPicture | { sentence: string }

/** How long a word may be composed before it is looked again whether it is done. */
const whileComposing = 200

/**
 * Takes the pictures that come with what is pasted, and picture files that are pasted or dropped, into the library. The text stands at once;
 * each picture changes its address where it stands when it has come, outside of what can be undone: one undo takes the whole paste back.
 */
export function bringPictures({ take, tell, unnamed }: BringPictures) {
  const limit = pLimit(2)
  /** By the address, or by the data, that a picture had when it came. */
  const outcomes = new Map<string, Outcome>()
  const underWay = new Set<string>()
  const files = new Map<string, File>()
  const brought: Brought = { waiting: 0, failed: [] }

  function ask(editor: Editor, src: string, isData: boolean): void {
    const known = outcomes.get(src)
    if (underWay.has(src) || (known && !('sentence' in known))) return
    // One that could not be brought may come when it is pasted again; what was said of those before has been read.
    outcomes.delete(src)
    if (brought.waiting === 0) brought.failed = []
    underWay.add(src)
    brought.waiting++
    tell({ ...brought })
    void limit(async () => {
      const file = files.get(src) ?? (isData ? dataFile(src, unnamed) : null)
      const outcome = await take(file ?? { address: src })
      underWay.delete(src)
      outcomes.set(src, outcome)
      brought.waiting--
      if ('sentence' in outcome)
        brought.failed = [...brought.failed, { name: file?.name ?? src, sentence: outcome.sentence }]
      tell({ ...brought })
      settle(editor)
    })
  }

  /** Pictures that have come, and came back with an undo or a redo, too, get the address they have now. */
  function settle(editor: Editor): void {
    if (editor.isDestroyed) return
    if (editor.view.composing) {
      setTimeout(() => settle(editor), whileComposing)
      return
    }
    const { tr, doc } = editor.state
    doc.descendants((node, at) => {
      const outcome = outcomes.get(srcOf(node) ?? '')
      if (outcome) swap(tr, { node, at: tr.mapping.map(at), outcome, isFile: files.has(node.attrs.src) })
    })
    if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false))
  }

  function insertFiles(view: EditorView, given: File[], at: number | null): void {
    const { waitingPicture } = view.state.schema.nodes
    if (!waitingPicture) return
    const nodes = given.map((file) => {
      const src = URL.createObjectURL(file)
      files.set(src, file)
      return waitingPicture.create({ src })
    })
    const { tr } = view.state
    const { from, to } = placeFor(tr, at ?? tr.selection.to)
    tr.replaceWith(from, to, nodes)
    view.dispatch(tr.setMeta('paste', true).scrollIntoView())
  }

  return Extension.create({
    name: 'bringPictures',
    onTransaction({ editor, transaction }) {
      if (!transaction.docChanged) return
      if (transaction.getMeta('paste'))
        for (const { src, isData } of picturesAdded(transaction)) ask(editor, src, isData)
      if (outcomes.size > 0) queueMicrotask(() => settle(editor))
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste(view, { clipboardData }) {
            const given = pictureFiles(clipboardData)
            // A page's picture comes as HTML as well, which says where it is from.
            if (given.length === 0 || clipboardData?.types.includes('text/html')) return false
            insertFiles(view, given, null)
            return true
          },
          handleDrop(view, event) {
            const given = pictureFiles(event.dataTransfer)
            if (given.length === 0) return false
            event.preventDefault()
            insertFiles(view, given, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null)
            return true
          },
        },
      }),
    ],
  })
}

type Swap = { node: Node; at: number; outcome: Outcome; isFile: boolean }

function swap(tr: Transaction, { node, at, outcome, isFile }: Swap): void {
  const { schema } = node.type
  if (node.type.name !== 'waitingPicture') {
    // One from elsewhere that could not be brought stays where it is.
    if ('sentence' in outcome) return
    const { address: src, alt } = outcome
    tr.setNodeAttribute(at, 'keep', { ...node.attrs.keep, src, alt: node.attrs.keep?.alt || alt })
    return
  }
  const end = at + node.nodeSize
  if (!('sentence' in outcome)) {
    const { alt, caption } = node.attrs
    tr.replaceWith(
      at,
      end,
      figureOf(schema, { ...outcome, alt: alt || outcome.alt, caption: caption || outcome.caption }),
    )
  } else if (isFile) tr.delete(at, end)
  else if (schema.nodes.paragraph)
    tr.replaceWith(at, end, schema.nodes.paragraph.create(null, schema.text(node.attrs.note)))
}

/** What a picture shows that has not been brought yet; null for any other node. */
function srcOf({ type, attrs }: Node): string | null {
  if (type.name === 'waitingPicture') return attrs.src
  if (type.name !== 'picture' && type.name !== 'figurePicture') return null
  const src = attrs.keep?.src?.trim() ?? ''
  return isForeign(src) ? src : null
}

/** The pictures in what a transaction put into the document. */
function picturesAdded({ doc, mapping }: Transaction): { src: string; isData: boolean }[] {
  const found: { src: string; isData: boolean }[] = []
  for (const [index, map] of mapping.maps.entries()) {
    const rest = mapping.slice(index + 1)
    map.forEach((_from, _to, from, to) => {
      doc.nodesBetween(rest.map(from, -1), rest.map(to, 1), (node) => {
        const src = srcOf(node)
        if (src) found.push({ src, isData: node.type.name === 'waitingPicture' })
      })
    })
  }
  return found
}

function pictureFiles(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

/** Behind the block that stands there, or in its place where it is an empty line: a picture breaks no line and no figure in two. */
function placeFor({ doc }: Transaction, at: number): { from: number; to: number } {
  const place = doc.resolve(at)
  if (place.depth === 0) return { from: at, to: at }
  const block = place.node(1)
  const isEmptyLine = block.type.name === 'paragraph' && block.content.size === 0
  return { from: isEmptyLine ? place.before(1) : place.after(1), to: place.after(1) }
}
