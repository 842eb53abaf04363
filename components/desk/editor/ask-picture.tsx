'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AskLine } from './ask-line'
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
    setWrong(words.tools.pictureTaking)
    const taken = await take(what)
    // Whoever left meanwhile wants no picture.
    if (!isOpen.current) return
    if ('sentence' in taken) setWrong(taken.sentence)
    else put(taken)
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

/** A picture with its caption and credit, as readers' pages set it. */
export function addFigure(editor: Editor, { address, alt, caption, credit, width, height }: TakenPicture): void {
  const size = width && height ? { width: String(width), height: String(height) } : {}
  const creditMark = { type: 'plain', attrs: { tag: 'span', keep: { class: 'credit' } } }
  const words = [
    ...(caption ? [{ type: 'text', text: caption }] : []),
    ...(credit ? [{ type: 'text', text: credit, marks: [creditMark] }] : []),
  ]
  const content = [
    { type: 'figurePicture', attrs: { keep: { src: address, alt, ...size } } },
    { type: 'caption', content: words },
  ]
  editor.chain().focus().insertContent({ type: 'figure', content }).run()
}
