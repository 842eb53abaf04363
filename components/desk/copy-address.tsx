'use client'

import { useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'

/** An address to hand on. Where the browser gives no clipboard, it is selected for the reader to copy. */
export function CopyAddress({ address, label, words }: { address: string; label: string; words: DeskWords }) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      setSaid(words.copied)
    } catch {
      setSaid(words.copyByHand)
    }
  }

  return (
    <span className="copy-address">
      <input
        ref={field}
        type="text"
        readOnly
        value={address}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className="btn" onClick={copy}>
        {words.copy}
      </button>
      <span className="qq" role="status">
        {said}
      </span>
    </span>
  )
}
