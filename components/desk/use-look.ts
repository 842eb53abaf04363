'use client'

import { useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { reach } from './reach'

export type Preview = (body: string) => Promise<{ html: string } | { sentence: string }>

/** Looking at the body as readers will get it; `seen` is null while the server is setting it. */
export function useLook(preview: Preview, words: DeskWords) {
  const [shown, setShown] = useState(false)
  const [seen, setSeen] = useState<{ html: string } | { sentence: string } | null>(null)
  const newest = useRef(0)

  async function lookAt(body: string) {
    const mine = ++newest.current
    setShown(true)
    setSeen(null)
    const answer = await reach(() => preview(body), { sentence: words.unreached })
    if (mine === newest.current) setSeen(answer)
  }

  return { shown, seen, lookAt, write: () => setShown(false) }
}

export type Look = ReturnType<typeof useLook>
