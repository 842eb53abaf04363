'use client'

import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { useCommandKey } from '../use-command-key'
import { type Act, type ActName, acts } from './acts'
import { ariaKey, keyName } from './key-name'
import { MoreActs } from './more-acts'
import { useEditorState } from './use-editor-state'

export type Ask = 'link' | 'picture' | 'security'

/** Keys of what is asked for before it is done. */
export const askKeys: Record<Ask, string> = { link: 'Mod-Alt-l', picture: 'Mod-Alt-i', security: 'Mod-Alt-s' }

type Tools = {
  editor: Editor
  words: DeskWords
  still: boolean
  /** Opens the line that asks for an address or a name. */
  ask: (what: Ask) => void
  asked: Ask | null
}

/** The acts of the editor in a row; the arrow keys go along it, and one of it is reached by Tab. */
export function Toolbar({ editor, words, still, ask, asked }: Tools) {
  const row = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const { isOn, isPossible } = useEditorState(editor)
  const command = useCommandKey()
  const w = words.tools
  const order = [
    'paragraph',
    'heading',
    'quote',
    'strong',
    'link',
    'list',
    'picture',
    'table',
    'security',
    'more',
  ] as const
  const reach = (name: (typeof order)[number]) => ({
    tabIndex: order[current] === name ? 0 : -1,
    onFocus: () => setCurrent(order.indexOf(name)),
  })

  function go(event: KeyboardEvent) {
    const to = stepOf(event.key, current, order.length)
    if (to === null || (event.target as Element).closest('[role="menu"]')) return
    event.preventDefault()
    setCurrent(to)
    row.current?.querySelectorAll<HTMLElement>('[data-tool]')[to]?.focus()
  }

  const does = (name: ActName & (typeof order)[number], shown: ReactNode = w[name], label?: string) => {
    const { key, run, isOn: toggles }: Act = acts[name]
    return (
      <button
        type="button"
        className="tool"
        data-tool=""
        aria-label={label}
        title={key && keyName(key, command)}
        aria-keyshortcuts={key && ariaKey(key, command)}
        aria-pressed={toggles ? isOn(name) : undefined}
        aria-disabled={still || !isPossible(name) || undefined}
        onMouseDown={keepCaret}
        onClick={() => {
          if (still) return
          // At once: an act gives the focus back a frame later, and a key pressed until then would do the act again.
          editor.view.focus()
          run(editor)
        }}
        {...reach(name)}
      >
        {shown}
      </button>
    )
  }
  const asks = (name: Ask) => (
    <button
      type="button"
      className="tool"
      data-tool=""
      title={keyName(askKeys[name], command)}
      aria-keyshortcuts={ariaKey(askKeys[name], command)}
      aria-expanded={asked === name}
      aria-disabled={still || undefined}
      onMouseDown={keepCaret}
      onClick={() => !still && ask(name)}
      {...reach(name)}
    >
      {w[name]}
    </button>
  )

  return (
    <div className="tools" role="toolbar" aria-label={w.label} ref={row} onKeyDown={go}>
      {does('paragraph')}
      {does('heading')}
      {does('quote')}
      <span className="gap" />
      {does('strong', <b>{w.strong}</b>, w.strongName)}
      {asks('link')}
      {does('list')}
      <span className="gap" />
      {asks('picture')}
      {does('table')}
      {asks('security')}
      <MoreActs
        editor={editor}
        words={words}
        still={still}
        isOn={isOn}
        isPossible={isPossible}
        command={command}
        {...reach('more')}
      />
    </div>
  )
}

function stepOf(key: string, current: number, count: number): number | null {
  if (key === 'ArrowRight') return (current + 1) % count
  if (key === 'ArrowLeft') return (current + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** A press on the toolbar leaves the caret, and what is chosen, where they are. */
function keepCaret(event: { preventDefault: () => void }): void {
  event.preventDefault()
}
