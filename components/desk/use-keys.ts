'use client'

import { useEffect, type RefObject } from 'react'
import { isTyping } from './is-typing'

type Press = RefObject<HTMLButtonElement | null>

/**
 * Ctrl/⌘+S saves, Ctrl/⌘+Enter publishes; never in the middle of composing a word. While somebody else's version waits to be put together with
 * this one, Ctrl/⌘+Enter does that instead, and only from where one chooses: who writes on in the text has not looked at both.
 */
export function useKeys(
  form: RefObject<HTMLFormElement | null>,
  { save, publish, merge }: { save: Press; publish: Press; merge: Press },
) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.isComposing || event.repeat || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key !== 's' && key !== 'enter') return
      event.preventDefault()
      if (key === 'enter' && merge.current) {
        const isElsewhere = isTyping(event.target) && !isBeside(merge.current, event.target)
        if (!isElsewhere) merge.current.click()
        return
      }
      const button = key === 's' ? save.current : publish.current
      if (button && !button.disabled) form.current?.requestSubmit(button)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [form, save, publish, merge])
}

/** In the same part of the page. */
function isBeside(button: HTMLButtonElement, target: EventTarget | null): boolean {
  return target instanceof Node && button.closest('section')?.contains(target) === true
}
