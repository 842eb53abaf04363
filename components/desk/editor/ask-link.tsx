'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AskLine } from './ask-line'

/** Asks where the chosen words lead. Without chosen words the address itself becomes the words; an empty address takes a link away. */
export function AskLink({ editor, words, leave }: { editor: Editor; words: DeskWords; leave: () => void }) {
  const [address, setAddress] = useState<string>(editor.getAttributes('link').keep?.href ?? '')
  const [wrong, setWrong] = useState<string | null>(null)

  function give() {
    const href = address.trim()
    if (href !== '' && !/^(https?:\/\/|mailto:|tel:|\/(?!\/))\S+$/i.test(href)) return setWrong(words.tools.linkBad)
    link(editor, href)
    leave()
  }

  return (
    <AskLine
      words={words}
      label={words.tools.linkAsk}
      value={address}
      wrong={wrong}
      change={setAddress}
      give={give}
      leave={leave}
    />
  )
}

function link(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (href === '') {
    chain.unsetMark('link').run()
    return
  }
  const mark = { type: 'link', attrs: { keep: { href }, tag: 'a' } }
  const isNothingChosen = editor.state.selection.empty && !editor.isActive('link')
  if (isNothingChosen) chain.insertContent({ type: 'text', text: href, marks: [mark] }).run()
  else chain.setMark('link', mark.attrs).run()
}
