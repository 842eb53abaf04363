'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { BodyFormat } from '@/newsroom/copy'
import type { Brought } from './bring-pictures'
import { type OpenEditor, openEditor } from './open-editor'
import type { TakePicture } from './taken-picture'

type Wish = {
  body: string
  format: BodyFormat
  label: string
  words: DeskWords
  still: boolean
  onChange: (body: string) => void
  /** Takes pictures that are pasted or dropped into the library. */
  takePicture?: TakePicture | undefined
}

/** An editor for as long as its page is shown. React gives it a place and bodies from outside, and stays out of what is typed. */
export function useOpenEditor(wish: Wish) {
  const host = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<OpenEditor | null>(null)
  const [brought, setBrought] = useState<Brought>(nothingBrought)
  const latest = useRef(wish)
  useLayoutEffect(() => {
    latest.current = wish
  })
  const { body, format, still } = wish

  useEffect(() => {
    if (!host.current) return
    const { label, words, body: atFirst, takePicture } = latest.current
    const take: TakePicture | undefined =
      takePicture && ((what) => latest.current.takePicture?.(what) ?? takePicture(what))
    const made = openEditor({
      element: host.current,
      body: atFirst,
      format,
      label,
      words,
      onChange: (now) => latest.current.onChange(now),
      pictures: take && { take, tell: setBrought, unnamed: words.media.fileName },
    })
    setOpen(made)
    return () => {
      setOpen(null)
      made.close()
    }
  }, [format])

  useEffect(() => open?.take(body), [open, body])
  useEffect(() => {
    open?.editor.setEditable(!still, false)
  }, [open, still])

  return { host, editor: open?.editor ?? null, brought, dismissBrought: () => setBrought(nothingBrought) }
}

const nothingBrought: Brought = { waiting: 0, failed: [] }
