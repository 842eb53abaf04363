'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { DeskWords } from '@/messages/words'

/** One line that asks for something to put into the text. Enter gives it, Escape leaves; both give the caret back. */
export function AskLine({
  words,
  label,
  value,
  wrong,
  change,
  give,
  leave,
  children,
  ...combobox
}: {
  words: DeskWords
  label: string
  value: string
  /** Why what stands there will not do; null while it may. */
  wrong: string | null
  /** Told of every change; a word that an input method is still composing is none that anybody means yet. */
  change: (value: string, isComposing: boolean) => void
  give: () => void
  leave: () => void
  children?: ReactNode
  role?: 'combobox'
  'aria-expanded'?: boolean
  'aria-controls'?: string
  'aria-autocomplete'?: 'list'
  'aria-activedescendant'?: string | undefined
  onArrow?: (step: 1 | -1) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const { onArrow, ...aria } = combobox
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  return (
    <div className="ask" role="group" aria-label={label}>
      <label>
        {label}
        <input
          ref={field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong ? 'ask-wrong' : undefined}
          onChange={(event) => change(event.target.value, isComposing(event.nativeEvent))}
          onCompositionEnd={(event) => change(event.currentTarget.value, false)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
            if (event.key === 'Enter') give()
            else if (event.key === 'Escape') leave()
            else if (step && onArrow) onArrow(step)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
          {...aria}
        />
      </label>
      <button type="button" className="btn small" onClick={give}>
        {words.tools.done}
      </button>
      <button type="button" className="btn bare small" onClick={leave}>
        {words.tools.cancel}
      </button>
      {children}
      {wrong && (
        <p className="refuse" role="status" id="ask-wrong">
          {wrong}
        </p>
      )}
    </div>
  )
}

/** Safari ends a composition before the key that ended it comes: such a key has the number 229, in every browser. */
function isComposing(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.isComposing || event.keyCode === 229
  return event instanceof InputEvent && event.isComposing
}
