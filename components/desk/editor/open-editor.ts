import { Editor } from '@tiptap/core'
import type { DeskWords } from '@/messages/words'
import type { BodyFormat } from '@/newsroom/copy'
import { cleanPaste } from '@/newsroom/pasted/clean-paste'
import { opaque } from './atom-nodes'
import { pasteBare } from './bare-lines'
import { type BringPictures, bringPictures } from './bring-pictures'
import { codeView } from './chart-view'
import { KeptBody } from './kept-body'
import { keys } from './keys'
import { opaqueView } from './opaque-view'
import { isOwnCopy, ownCopies } from './own-copies'
import { replaceBlocks } from './replace-blocks'
import { vocabulary } from './schema'
import { takeBoth } from './take-both'
import { codeBlock } from './text-nodes'
import { typeOver } from './type-over'
import { waitingPicture } from './waiting-picture'
import { writtenAs } from './written-as'

type EditorWish = {
  element: HTMLElement
  body: string
  format: BodyFormat
  label: string
  words: DeskWords
  /** Told the whole body after each change, and never in the middle of composing a word. */
  onChange: (body: string) => void
  /** Takes pictures that are pasted or dropped into the library; without it they stay what they are. */
  pictures?: BringPictures | undefined
}

export type OpenEditor = {
  editor: Editor
  /** Takes a body from outside. What the editor itself said last is no news. */
  take: (body: string) => void
  close: () => void
}

/** How long an input method may take to say its last word after it has ended. */
const lastWord = 60

/** Opens a body for editing. The string stays the truth: the editor is told one, and tells one. */
export function openEditor({ element, body, format, label, words, onChange, pictures }: EditorWish): OpenEditor {
  const editor = new Editor({
    element,
    extensions: [
      ...vocabularyWith(words),
      keys,
      writtenAs(format),
      typeOver,
      ownCopies,
      pasteBare,
      ...(pictures ? [bringPictures(pictures)] : []),
    ],
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'prose' },
      // What was copied in an editor of ours is plain copy already, and would lose its marks.
      transformPastedHTML: (html) =>
        isOwnCopy(html) ? html : cleanPaste(html, words.paste, { takesData: pictures !== undefined }),
    },
  })
  const { view } = editor
  const kept = new KeptBody(editor.schema, format)
  /** Bodies that were told and have not come back yet, newest last. */
  let told = [body]
  let waiting: string | null = null

  function set(blocks: ReturnType<KeptBody['open']>) {
    const tr = replaceBlocks(view.state.tr, blocks.length > 0 ? blocks : [emptyParagraph()])
    view.dispatch(tr.setMeta('addToHistory', false).setMeta(fromOutside, true))
  }

  function emptyParagraph() {
    const { paragraph } = editor.schema.nodes
    if (!paragraph) throw new Error('the schema has paragraphs')
    return paragraph.create()
  }

  function tell() {
    const now = kept.bodyOf(view.state.doc)
    if (now === told.at(-1)) return
    told.push(now)
    onChange(now)
  }

  function take(given: string) {
    const echo = told.lastIndexOf(given)
    if (echo >= 0) {
      told = told.slice(echo)
      return
    }
    waiting = given
    settle()
  }

  /** Nothing is told and nothing taken while a word is composed. */
  function settle() {
    if (editor.isDestroyed || view.composing) return
    if (waiting === null) return tell()
    const theirs = waiting
    waiting = null
    const both = takeBoth({ base: told.at(-1) ?? body, theirs, mine: kept.bodyOf(view.state.doc) }, format)
    told = [both]
    set(kept.take(both, view.state.doc))
    if (both !== theirs) onChange(both)
  }

  set(kept.open(body))
  const afterComposing = () => setTimeout(settle, lastWord)
  editor.on('transaction', ({ transaction }) => {
    if (!transaction.docChanged || transaction.getMeta(fromOutside) || view.composing) return
    // The composed word comes in before its input method has ended: told now, it would be no news when the waiting body is taken.
    if (waiting === null) tell()
    else afterComposing()
  })
  view.dom.addEventListener('compositionend', afterComposing)
  view.dom.addEventListener('blur', afterComposing)
  return { editor, take, close: () => editor.destroy() }
}

const fromOutside = 'bodyFromOutside'

/** Some kinds of block are shown otherwise than they are written. */
function vocabularyWith(words: DeskWords) {
  return [
    ...vocabulary.filter(({ name }) => name !== opaque.name && name !== codeBlock.name),
    waitingPicture(words.paste.pictureLost),
    opaque.extend({ addNodeView: () => opaqueView(words) }),
    codeBlock.extend({ addNodeView: () => codeView }),
  ]
}
