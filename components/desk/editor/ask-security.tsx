'use client'

import type { Editor } from '@tiptap/core'
import { useId, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AskLine } from './ask-line'
import { type FindSecurities, type FoundSecurity, sureOf } from './find-securities'
import { useFoundSecurities } from './use-found-securities'
import { escapeText } from './write-html'

/** Asks for a code or a name, offers what is found, and marks it. */
export function AskSecurity({
  editor,
  words,
  find,
  leave,
}: {
  editor: Editor
  words: DeskWords
  find: FindSecurities
  leave: () => void
}) {
  const [typed, setTyped] = useState(() => chosenWords(editor))
  const [meant, setMeant] = useState(typed)
  const [at, setAt] = useState(0)
  const [wrong, setWrong] = useState<string | null>(null)
  const { found, isNewest, ask } = useFoundSecurities(find, meant)
  const id = useId()

  function change(value: string, isComposing: boolean) {
    setTyped(value)
    setWrong(null)
    if (isComposing || value === meant) return
    setMeant(value)
    setAt(0)
  }

  /** Nobody marks what they have not seen: Enter before the list has come takes it only where nothing else can be meant. */
  async function enter() {
    if (isNewest) return give(found[at])
    const list = await ask(typed)
    if (!list) return
    const sure = sureOf(list, typed)
    if (sure || list.length === 0) give(sure)
  }

  function give(security: FoundSecurity | null | undefined) {
    if (!security) return setWrong(words.tools.securityNone)
    mark(editor, security)
    leave()
  }

  return (
    <AskLine
      words={words}
      label={words.tools.securityAsk}
      value={typed}
      wrong={wrong}
      change={change}
      give={enter}
      leave={leave}
      role="combobox"
      aria-expanded={found.length > 0}
      aria-controls={id}
      aria-autocomplete="list"
      aria-activedescendant={found[at] && `${id}-${at}`}
      onArrow={(step) => found.length > 0 && setAt((at + step + found.length) % found.length)}
    >
      <div className="found" role="listbox" id={id} aria-label={words.tools.found}>
        {found.map((security, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and Enter in it does the same
          <div
            key={`${security.market}.${security.code}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={keepFocus}
            onClick={() => give(security)}
          >
            {security.name} <span className="qq">{`${security.market.toUpperCase()}.${security.code}`}</span>{' '}
            {security.isNew && <span className="qq">· {words.tools.securityNew}</span>}
          </div>
        ))}
      </div>
    </AskLine>
  )
}

/** A press on an option leaves the field its focus. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault()
}

function chosenWords({ state }: Editor): string {
  return state.doc.textBetween(state.selection.from, state.selection.to).trim()
}

/** The chosen words stay the words, unless they were the code itself. */
function mark(editor: Editor, { code, market, name }: FoundSecurity): void {
  const chosen = chosenWords(editor)
  const shown = chosen === '' || chosen.includes(code) ? name : chosen
  const source = `<span data-code="${escapeText(code)}" data-market="${escapeText(market)}">${escapeText(shown)}</span>`
  editor
    .chain()
    .focus()
    .insertContent({ type: 'security', attrs: { source, words: shown } })
    .run()
}
