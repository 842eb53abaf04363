'use client'

import { useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { reach } from './reach'

/** An article as 公众号 takes it, and the same as plain text; or why there is none. */
export type WechatCopy = { html: string; text: string } | { sentence: string }

/** Puts an article on the clipboard for 公众号. Where the browser refuses, a dialog holds it, selected, and a plain copy takes the layout along. */
export function CopyForWechat({ words, read }: { words: DeskWords; read: () => Promise<WechatCopy> }) {
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [byHand, setByHand] = useState<{ html: string; text: string } | null>(null)
  const w = words.wechat

  async function copy() {
    if (isBusy) return
    setBusy(true)
    setSaid(w.copying)
    setSaid(await copied())
    setBusy(false)
  }

  async function copied(): Promise<string> {
    const asked = reach(read, { sentence: words.unreached })
    // The clipboard is asked before the answer is there: Safari gives it only while the press lasts.
    const written = write(asked).then(
      () => true,
      () => false,
    )
    const answer = await asked
    if ('sentence' in answer) return answer.sentence
    if (await written) return w.copied
    setByHand(answer)
    return ''
  }

  return (
    <span className="copy-address">
      <button type="button" className="btn" aria-disabled={isBusy} onClick={copy}>
        {w.copy}
      </button>
      <span className="qq" role="status">
        {said}
      </span>
      {byHand && (
        <ByHand words={words} copy={byHand} onCopied={() => setSaid(w.copied)} onClose={() => setByHand(null)} />
      )}
    </span>
  )
}

function ByHand({
  words: { wechat: w },
  copy,
  onCopied,
  onClose,
}: {
  words: DeskWords
  copy: { html: string; text: string }
  onCopied: () => void
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.select()
  }, [])
  return (
    <dialog ref={dialog} className="by-hand" aria-label={w.byHandTitle} onClose={onClose}>
      <p>{w.byHand}</p>
      <textarea
        ref={field}
        readOnly
        rows={8}
        aria-label={w.text}
        value={copy.text}
        onCopy={(event) => {
          event.clipboardData.setData('text/html', copy.html)
          event.clipboardData.setData('text/plain', copy.text)
          event.preventDefault()
          onCopied()
          dialog.current?.close()
        }}
      />
      <button type="button" className="btn" onClick={() => dialog.current?.close()}>
        {w.close}
      </button>
    </dialog>
  )
}

/** Rejects where the browser gives no clipboard, or where there is nothing to put on it. */
async function write(asked: Promise<WechatCopy>): Promise<void> {
  const part = (kind: 'html' | 'text', type: string) => {
    const blob = asked.then((answer) => {
      if ('sentence' in answer) throw new Error(answer.sentence)
      return new Blob([answer[kind]], { type })
    })
    // A browser that refuses before it waits for the blob would leave its failure to nobody.
    blob.catch(() => {})
    return blob
  }
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/html': part('html', 'text/html'), 'text/plain': part('text', 'text/plain') }),
  ])
}
