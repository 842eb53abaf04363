'use client'

import { useEffect } from 'react'
import { isTyping } from './is-typing'

/**
 * Keys that do something by themselves, named as they are written on a page: `n`, `1`, `⇧R`. Never while somebody types in a field or composes
 * a word, nor with Ctrl, Alt or ⌘, which are the browser's.
 */
export function useLetterKeys(acts: Record<string, () => void>) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target)) return
      const act = acts[nameOf(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [acts])
}

/** Whether a letter is large is the Shift key's to say: Caps Lock means nothing. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  return shiftKey ? `⇧${key.toUpperCase()}` : key.toLowerCase()
}
