'use client'

import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { type Act, type ActName, acts } from './acts'
import { keyName } from './key-name'

const rare = [
  ...(['heading3', 'heading4', 'numbers', 'pull', 'correction', 'footnote', 'chart', 'rule'] as const),
  ...(['em', 'underline', 'strike', 'sup', 'sub', 'code'] as const),
  ...(['addRow', 'dropRow', 'addColumn', 'dropColumn', 'headRow', 'dropTable'] as const),
  ...(['undo', 'redo'] as const),
] satisfies ActName[]

/** The acts that are asked for less often, in a menu. What cannot be done where the caret stands is not in it. */
export function MoreActs({
  editor,
  words,
  still,
  isOn,
  isPossible,
  command,
  ...reach
}: {
  editor: Editor
  words: DeskWords
  still: boolean
  isOn: (act: ActName) => boolean
  isPossible: (act: ActName) => boolean
  command: string
  tabIndex: number
  onFocus: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const w = words.tools

  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }, [isOpen])

  function press(event: KeyboardEvent) {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    }
    const to = steps[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false)
      button.current?.focus()
    } else if (to !== undefined) items[to]?.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the menu within lost the focus
    <div
      className="more"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="tool"
        data-tool=""
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-disabled={still || undefined}
        onClick={() => !still && setOpen(!isOpen)}
        {...reach}
      >
        {w.more}
      </button>
      {isOpen && (
        <div className="menu" role="menu" id={id} aria-label={w.more} ref={menu} onKeyDown={press}>
          {rare
            .filter((name) => isPossible(name))
            .map((name) => {
              const { key, run, isOn: toggles, whyOff }: Act = acts[name]
              const off = whyOff?.(editor)
              return (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: of the two roles, the one that is checked is the one that supports it
                <button
                  key={name}
                  type="button"
                  tabIndex={-1}
                  role={toggles ? 'menuitemcheckbox' : 'menuitem'}
                  aria-checked={toggles ? isOn(name) : undefined}
                  aria-disabled={off ? true : undefined}
                  title={off ? w[off] : undefined}
                  onClick={() => {
                    if (off) return
                    setOpen(false)
                    run(editor)
                  }}
                >
                  {w[name]}
                  {key && <kbd>{keyName(key, command)}</kbd>}
                </button>
              )
            })}
        </div>
      )}
    </div>
  )
}
