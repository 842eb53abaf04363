'use client'

import { useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { DeskWords } from '@/messages/words'
import type { BodyFormat } from '@/newsroom/copy'
import { AskLink } from './ask-link'
import { AskPicture } from './ask-picture'
import { AskSecurity } from './ask-security'
import { BroughtPictures } from './brought-pictures'
import { findSecurities } from './find-securities'
import { takeChoice } from './take-choice'
import type { PickPicture, TakePicture } from './taken-picture'
import { type Ask, Toolbar, askKeys } from './toolbar'
import { useOpenEditor } from './use-open-editor'

export type BodyEditorProps = {
  body: string
  format: BodyFormat
  /** Told the whole body after each change. */
  onChange: (body: string) => void
  /** Nothing can be typed. */
  still: boolean
  words: DeskWords
  label: string
  /** The id of what says why the body was refused. */
  wrong?: string | undefined
  /** Where the toolbar stands; without it there is none. */
  tools: Element | null
  takePicture?: TakePicture | undefined
  pickPicture?: PickPicture | undefined
}

/** The body as it will read, to be written in. */
export function BodyEditor({ tools, wrong, takePicture, pickPicture, ...wish }: BodyEditorProps) {
  const { host, editor, brought, dismissBrought } = useOpenEditor({ ...wish, takePicture })
  const [asked, setAsked] = useState<Ask | null>(null)
  const { words, still } = wish

  const leave = useCallback(() => {
    setAsked(null)
    editor?.view.focus()
  }, [editor])

  useEffect(() => {
    const dom = editor?.view.dom
    if (!dom) return
    if (wrong) dom.setAttribute('aria-describedby', wrong)
    else dom.removeAttribute('aria-describedby')
    dom.setAttribute('aria-invalid', String(Boolean(wrong)))
  }, [editor, wrong])

  useEffect(() => {
    const dom = editor?.view.dom
    if (!dom) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || !event.altKey) return
      if (event.key === 'F10') tools?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus()
      const found = askOf(event)
      if (found && editor.isEditable) {
        takeChoice(editor.view)
        setAsked(found)
      }
      if (found || event.key === 'F10') event.preventDefault()
    }
    dom.addEventListener('keydown', press)
    return () => dom.removeEventListener('keydown', press)
  }, [editor, tools])

  const bar = editor && (
    <>
      {asked && (
        <div className="asking">
          {asked === 'link' && <AskLink editor={editor} words={words} leave={leave} />}
          {asked === 'security' && <AskSecurity editor={editor} words={words} find={findSecurities} leave={leave} />}
          {asked === 'picture' && (
            <AskPicture editor={editor} words={words} take={takePicture} pick={pickPicture} leave={leave} />
          )}
        </div>
      )}
      <Toolbar editor={editor} words={words} still={still} ask={setAsked} asked={asked} />
    </>
  )
  return (
    <>
      <div className="body-editor" ref={host} data-hint={words.editor.bodyHint} data-empty={wish.body === ''} />
      <BroughtPictures brought={brought} words={words} dismiss={dismissBrought} />
      {tools && bar && createPortal(bar, tools)}
    </>
  )
}

function askOf({ ctrlKey, metaKey, code }: KeyboardEvent): Ask | undefined {
  if (!ctrlKey && !metaKey) return undefined
  return (Object.keys(askKeys) as Ask[]).find((ask) => code === `Key${askKeys[ask].at(-1)?.toUpperCase()}`)
}
