'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AskLine } from './ask-line'
import { figureJson } from './figure-of'
import type { PickPicture, TakePicture, TakenPicture } from './taken-picture'

/** Asks for a picture: an address, a file, or one that the library has. */
export function AskPicture({
  editor,
  words,
  take,
  pick,
  leave,
}: {
  editor: Editor
  words: DeskWords
  take: TakePicture | undefined
  pick: PickPicture | undefined
  leave: () => void
}) {
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  /** An address that could not be brought home: it may be shown from where it is. */
  const [foreign, setForeign] = useState<string | null>(null)
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  async function give(what: File | { address: string }) {
    if (!(what instanceof File) && !/^(https?:\/\/|\/(?!\/))\S+$/i.test(what.address))
      return setWrong(words.tools.linkBad)
    if (!take) return what instanceof File ? undefined : put(unknownPicture(what.address))
    setForeign(null)
    setWrong(words.tools.pictureTaking)
    const taken = await take(what)
    // Whoever left meanwhile wants no picture.
    if (!isOpen.current) return
    if (!('sentence' in taken)) return put(taken)
    setWrong(taken.sentence)
    if (!(what instanceof File)) setForeign(what.address)
  }

  function put(picture: TakenPicture) {
    addFigure(editor, picture)
    leave()
  }

  return (
    <AskLine
      words={words}
      label={words.tools.pictureAsk}
      value={address}
      wrong={wrong}
      change={setAddress}
      give={() => give({ address: address.trim() })}
      leave={leave}
    >
      {foreign && foreign === address.trim() && (
        <button type="button" className="btn small" onClick={() => put(unknownPicture(foreign))}>
          {words.tools.pictureForeign}
        </button>
      )}
      {take && (
        <label className="btn small">
          {words.tools.pictureFile}
          <input
            type="file"
            accept="image/*"
            className="sr"
            onChange={(event) => event.target.files?.[0] && give(event.target.files[0])}
          />
        </label>
      )}
      {pick && (
        <button
          type="button"
          className="btn small"
          onClick={async () => {
            const picked = await pick()
            if (picked) put(picked)
          }}
        >
          {words.tools.picturePick}
        </button>
      )}
    </AskLine>
  )
}

function unknownPicture(address: string): TakenPicture {
  return { address, alt: '', caption: '', credit: '', width: null, height: null }
}

/** Puts a picture into the text with its caption and credit. */
function addFigure(editor: Editor, picture: TakenPicture): void {
  editor.chain().focus().insertContent(figureJson(picture)).run()
}
