'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { renditionsOf } from '@/newsroom/picture-address'
import type { PickPicture, TakenPicture, TakePicture } from '../editor/taken-picture'
import { reach } from '../reach'
import { PicturePicker } from './picture-picker'
import type { SearchPictures, ShownPicture, TakenIn } from './shown-picture'
import { uploadFile } from './upload-file'

export type LibraryReach = {
  search: SearchPictures
  takeFromAddress: (address: string) => Promise<TakenIn>
}

/** The library for who writes: takes pictures in, and lets one be chosen; `window` is to stand outside of any form. */
export function useLibrary({ search, takeFromAddress }: LibraryReach, words: DeskWords) {
  const [isOpen, setOpen] = useState(false)
  const answer = useRef<(picture: TakenPicture | null) => void>(() => {})

  const take: TakePicture = useCallback(
    async (what) => {
      const none: TakenIn = { outcome: 'refused', sentence: words.unreached }
      const taken =
        what instanceof File
          ? ((await uploadFile(what, { onProgress: () => {} })) ?? none)
          : await reach(() => takeFromAddress(what.address), none)
      return taken.outcome === 'refused' ? { sentence: taken.sentence } : toTaken(taken.picture)
    },
    [takeFromAddress, words],
  )
  const pick: PickPicture = useCallback(() => {
    answer.current(null)
    setOpen(true)
    return new Promise((resolve) => {
      answer.current = resolve
    })
  }, [])
  const chosen = useCallback((picture: ShownPicture | null) => {
    setOpen(false)
    answer.current(picture && toTaken(picture))
    answer.current = () => {}
  }, [])

  const window = isOpen ? <PicturePicker words={words} search={search} chosen={chosen} /> : null
  return useMemo(() => ({ take, pick, window }), [take, pick, window])
}

function toTaken({ address, alt, decorative, caption, credit }: ShownPicture): TakenPicture {
  const size = renditionsOf(address)?.size
  return {
    address,
    alt: decorative ? '' : alt,
    caption,
    credit,
    width: size?.width ?? null,
    height: size?.height ?? null,
  }
}
