'use client'

import { useCallback, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { ShownPicture } from './shown-picture'
import { uploadFile } from './upload-file'

export type Upload = {
  key: number
  file: File
  state:
    | { is: 'waiting' }
    | { is: 'sending'; part: number }
    | { is: 'taken' | 'known'; picture: ShownPicture }
    /** Tried again where that might end otherwise. */
    | { is: 'refused'; sentence: string; isFinal: boolean }
}

/** So many are sent at once: the server has room for a few more, of other people. */
const atOnce = 2

/** Files on their way into the library, and what came of each. */
export function useUploads(words: DeskWords, onTaken: (picture: ShownPicture) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef<Upload[]>([])
  const running = useRef(0)
  const next = useRef(0)

  const setState = useCallback((key: number, state: Upload['state']) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, state } : one)))
  }, [])

  const work = useCallback(async () => {
    if (running.current >= atOnce) return
    running.current++
    for (let one = queue.current.shift(); one; one = queue.current.shift()) {
      const { key, file } = one
      setState(key, { is: 'sending', part: 0 })
      const answer = await uploadFile(file, { onProgress: (part) => setState(key, { is: 'sending', part }) })
      if (!answer) setState(key, { is: 'refused', sentence: words.unreached, isFinal: false })
      else if (answer.outcome === 'refused')
        setState(key, { is: 'refused', sentence: answer.sentence, isFinal: answer.isFinal === true })
      else {
        setState(key, { is: answer.outcome, picture: answer.picture })
        onTaken(answer.picture)
      }
    }
    running.current--
  }, [words, onTaken, setState])

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file): Upload => ({ key: next.current++, file, state: { is: 'waiting' } }))
      setUploads((all) => [...all, ...fresh])
      queue.current.push(...fresh)
      for (let index = 0; index < atOnce; index++) void work()
    },
    [work],
  )

  const again = useCallback(
    (upload: Upload) => {
      setState(upload.key, { is: 'waiting' })
      queue.current.push(upload)
      void work()
    },
    [setState, work],
  )

  /** Those under way stay. */
  const dismiss = useCallback(() => setUploads((all) => all.filter(({ state }) => isUnderWay(state))), [])

  return { uploads, add, again, dismiss }
}

export function isUnderWay({ is }: Upload['state']): boolean {
  return is === 'waiting' || is === 'sending'
}
