'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FindSecurities, FoundSecurity } from './find-securities'

/** Milliseconds without a key, after which what was typed is asked for. */
const pause = 120

type Answer = { typed: string; found: FoundSecurity[] }

/** What was found by what is typed, asked for when the keys rest. `isNewest` tells whether the list answers what is typed now. */
export function useFoundSecurities(find: FindSecurities, typed: string) {
  const [answer, setAnswer] = useState<Answer>({ typed: '', found: [] })
  const under = useRef<AbortController | null>(null)

  /** Asks at once. Null for whoever is overtaken by another question. */
  const ask = useCallback(
    async (words: string): Promise<FoundSecurity[] | null> => {
      under.current?.abort()
      const mine = new AbortController()
      under.current = mine
      const found = await find(words, mine.signal)
      if (mine.signal.aborted) return null
      setAnswer({ typed: words, found })
      return found
    },
    [find],
  )

  useEffect(() => {
    const waiting = setTimeout(() => void ask(typed), pause)
    return () => {
      clearTimeout(waiting)
      under.current?.abort()
    }
  }, [ask, typed])

  return { found: answer.found, isNewest: answer.typed === typed, ask }
}
