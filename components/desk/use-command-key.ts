'use client'

import { useSyncExternalStore } from 'react'

/** What this machine's keyboard calls the key that goes with S and Enter. */
export function useCommandKey(): string {
  return useSyncExternalStore(
    neverChanges,
    () => (/Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl '),
    () => 'Ctrl ',
  )
}

function neverChanges(): () => void {
  return () => {}
}
