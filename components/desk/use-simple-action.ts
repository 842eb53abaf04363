'use client'

import { useActionState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { SimpleAction, SimpleState } from './form-state'
import { reach } from './reach'

/** An action for `<form action>`: what came of it, and a refusal instead of a broken page when the server cannot be reached. */
export function useSimpleAction(action: SimpleAction, words: DeskWords) {
  return useActionState<SimpleState, FormData>(
    (before, form) => reach(() => action(before, form), { outcome: 'refused', sentence: words.unreached }),
    { outcome: 'untouched' },
  )
}
