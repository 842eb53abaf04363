'use client'

import { useSyncExternalStore } from 'react'

/** False until the page listens. Until then nothing can be typed or pressed, so nothing typed early is lost. */
export function useReady(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

function neverChanges(): () => void {
  return () => {}
}
