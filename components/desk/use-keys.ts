'use client'

import { useEffect, type RefObject } from 'react'

/** Ctrl/⌘+S saves, Ctrl/⌘+Enter publishes; never in the middle of composing a word. */
export function useKeys(
  form: RefObject<HTMLFormElement | null>,
  saveButton: RefObject<HTMLButtonElement | null>,
  publishButton: RefObject<HTMLButtonElement | null>,
) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.isComposing || event.repeat || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key !== 's' && key !== 'enter') return
      event.preventDefault()
      const button = key === 's' ? saveButton.current : publishButton.current
      if (button && !button.disabled) form.current?.requestSubmit(button)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [form, saveButton, publishButton])
}
