'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FindSecurities, FoundSecurity } from './find-securities'

/** Milliseconds without a key, after which what was typed is asked for. */
const pause = 120

type Answer = { typed: string; found: FoundSecurity[] }
type Asked = { typed: string; answer: Promise<FoundSecurity[] | null>; forget: () => void }

/** What was found by what is typed, asked for when the keys rest. `isNewest` tells whether the list answers what is typed now. */
export function useFoundSecurities(find: FindSecurities, typed: string) {
  const [answer, setAnswer] = useState<Answer>({ typed: '', found: [] })
  const under = useRef<Asked | null>(null)

  /** Asks at once, where that has not been asked already. Null when other words are typed before the answer is there. */
  const ask = useCallback(
    (words: string): Promise<FoundSecurity[] | null> => {
      if (under.current?.typed === words) return under.current.answer
      under.current?.forget()
      const controller = new AbortController()
      const answering = find(words, controller.signal).then((found) => {
        if (controller.signal.aborted) return null
        setAnswer({ typed: words, found })
        return found
      })
      under.current = { typed: words, answer: answering, forget: () => controller.abort() }
      return answering
    },
    [find],
  )

  useEffect(() => {
    const waiting = setTimeout(() => void ask(typed), pause)
    return () => {
      clearTimeout(waiting)
      under.current?.forget()
      under.current = null
    }
  }, [ask, typed])

  return { found: answer.found, isNewest: answer.typed === typed, ask }
}
