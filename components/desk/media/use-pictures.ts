'use client'

import { useCallback, useMemo, useState } from 'react'
import type { ShownPicture } from './shown-picture'

/** A page of the library with what has happened since it was read: pictures that came, changed and went. */
export function usePictures(read: ShownPicture[]) {
  const [known, setKnown] = useState<ReadonlyMap<number, ShownPicture>>(new Map())
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())

  const pictures = useMemo(() => {
    const listed = new Set(read.map(({ id }) => id))
    const came = [...known.values()].filter(({ id }) => !listed.has(id)).sort((one, other) => other.id - one.id)
    const newest = read.map((picture) => {
      const mine = known.get(picture.id)
      return mine && mine.version > picture.version ? mine : picture
    })
    return [...came, ...newest].filter(({ id }) => !gone.has(id))
  }, [read, known, gone])

  const learn = useCallback((picture: ShownPicture) => {
    setKnown((before) => new Map(before).set(picture.id, picture))
    // Bytes that were removed may be brought again.
    setGone((before) => new Set([...before].filter((id) => id !== picture.id)))
  }, [])
  const forget = useCallback((id: number) => setGone((before) => new Set(before).add(id)), [])

  return { pictures, learn, forget }
}
