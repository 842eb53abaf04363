'use client'

import { useEffect, useRef } from 'react'
import type { DeskWords } from '@/messages/words'
import { isTyping } from './is-typing'
import { useCommandKey } from './use-command-key'

/** The way to the search from every page with a navigation: a field, and the keys that lead to it (Ctrl/⌘+K from anywhere, / where nobody types). */
export function SearchWay({ words }: { words: DeskWords }) {
  const field = useRef<HTMLInputElement>(null)
  const command = useCommandKey()
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented || event.altKey || event.shiftKey) return
      const isCommand = event.ctrlKey || event.metaKey
      const isMeant = isCommand ? event.key.toLowerCase() === 'k' : event.key === '/' && !isTyping(event.target)
      // On a phone the navigation is not there, and neither is the field.
      if (!isMeant || !field.current?.checkVisibility()) return
      event.preventDefault()
      field.current.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <form className="way" role="search" aria-label={words.search.way} action="/admin/search" method="get">
      <label className="sr" htmlFor="way-q">
        {words.search.label}
      </label>
      <input
        ref={field}
        id="way-q"
        name="q"
        type="search"
        placeholder={words.search.way}
        maxLength={200}
        autoComplete="off"
      />
      <kbd>{command}K</kbd>
    </form>
  )
}
