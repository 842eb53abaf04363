'use client'

import { useRef, useState } from 'react'
import type { BodyFormat } from '@/newsroom/copy'
import type { DeskWords } from '@/messages/words'
import { reach } from './reach'

export type Preview = (body: string, format: BodyFormat) => Promise<{ html: string } | { sentence: string }>
/** Writing the body, writing its source, or looking at it as readers will get it. */
export type BodyView = 'write' | 'source' | 'look'

/** How the body is shown; `seen` is what readers will get, null while the server is setting it. */
export function useLook(preview: Preview, words: DeskWords) {
  const [view, setView] = useState<BodyView>('write')
  const [seen, setSeen] = useState<{ html: string } | { sentence: string } | null>(null)
  const newest = useRef(0)

  async function lookAt(body: string, format: BodyFormat) {
    const mine = ++newest.current
    setView('look')
    setSeen(null)
    const answer = await reach(() => preview(body, format), { sentence: words.unreached })
    if (mine === newest.current) setSeen(answer)
  }

  return { view, seen, lookAt, write: () => setView('write'), writeSource: () => setView('source') }
}

export type Look = ReturnType<typeof useLook>
