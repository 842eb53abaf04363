'use client'

import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import { type Act, type ActName, acts } from './acts'

/** What the toolbar shows of where the caret stands: the acts that are on, and those that are possible. */
export function useEditorState(editor: Editor): {
  isOn: (act: ActName) => boolean
  isPossible: (act: ActName) => boolean
} {
  const seen = useSyncExternalStore(
    (tell) => {
      editor.on('transaction', tell)
      editor.on('focus', tell)
      return () => {
        editor.off('transaction', tell)
        editor.off('focus', tell)
      }
    },
    () => told(editor),
    () => '',
  )
  const shown = new Set(seen.split(' '))
  return { isOn: (act) => shown.has(act), isPossible: (act) => !shown.has(`no-${act}`) }
}

/** A string, so that React draws anew only when something is told that was not. */
function told(editor: Editor): string {
  return Object.entries<Act>(acts)
    .flatMap(([name, { isOn, isPossible }]) => [
      ...(isOn?.(editor) ? [name] : []),
      ...(isPossible && !isPossible(editor) ? [`no-${name}`] : []),
    ])
    .join(' ')
}
