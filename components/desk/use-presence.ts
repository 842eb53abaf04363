'use client'

import { useEffect, useState } from 'react'
import { reach } from './reach'

/** Milliseconds between two tellings; who is silent three times as long counts as gone. */
const beat = 10_000

/** Says that this article is open here, for as long as somebody can see it, and tells who else has it open. */
export function usePresence(id: number | null, tell: (id: number) => Promise<string[]>): string[] {
  const [others, setOthers] = useState<string[]>([])
  useEffect(() => {
    if (id === null) return
    let isGone = false
    const now = async () => {
      if (document.visibilityState === 'hidden') return
      const names = await reach(() => tell(id), null)
      if (!isGone && names) setOthers((before) => (before.join() === names.join() ? before : names))
    }
    void now()
    const timer = setInterval(() => void now(), beat)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [id, tell])
  return others
}
