'use client'

import { type KeyboardEvent, useRef } from 'react'
import { focusClass } from '@/components/ui/focus-class'
import type { DeskWords } from '@/messages/words'
import { fill } from '../fill'
import { PictureFacts } from './picture-facts'
import type { ShownPicture } from './shown-picture'

/** The pictures; the arrow keys go from one to another, and Tab goes past all of them. */
export function PictureGrid({
  pictures,
  here,
  chosen,
  words,
  label,
  go,
  open,
  choose,
}: {
  pictures: ShownPicture[]
  /** The one that is looked at. */
  here: number | null
  /** Those that something is to be said of together; null where only one can be chosen. */
  chosen: ReadonlySet<number> | null
  words: DeskWords
  label: string
  /** Moves to a picture. */
  go: (picture: ShownPicture) => void
  /** Is done with it: what that is, the page says. */
  open: (picture: ShownPicture) => void
  choose?: (picture: ShownPicture) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const at = Math.max(
    0,
    pictures.findIndex(({ id }) => id === here),
  )

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const current = pictures[at]
    if (event.key.toLowerCase() === 'x' && choose && current) {
      event.preventDefault()
      choose(current)
      return
    }
    const next = pictures[target(event.key, at, list.current)]
    if (!next || next === current) return
    event.preventDefault()
    go(next)
    list.current?.querySelector<HTMLElement>(`[data-picture="${next.id}"]`)?.focus()
  }

  return (
    <ul className="grid" ref={list} aria-label={label} onKeyDown={press}>
      {pictures.map((picture, index) => {
        const tabIndex = index === at ? 0 : -1
        return (
          <li key={picture.id} className={picture.id === here ? 'shot here' : 'shot'}>
            {chosen && choose && (
              <input
                type="checkbox"
                aria-label={fill(words.media.choose, { name: picture.name })}
                tabIndex={tabIndex}
                checked={chosen.has(picture.id)}
                onChange={() => choose(picture)}
              />
            )}
            <button
              type="button"
              data-picture={picture.id}
              tabIndex={tabIndex}
              aria-current={picture.id === here || undefined}
              onClick={() => open(picture)}
            >
              <img
                src={picture.thumbnail}
                alt={picture.decorative ? '' : picture.alt}
                className={focusClass(picture.focus)}
                loading="lazy"
              />
              <span className="t clip">{picture.name}</span>
            </button>
            <PictureFacts picture={picture} words={words} />
          </li>
        )
      })}
    </ul>
  )
}

/** Where a key leads from a place in the grid; the place itself where it leads nowhere. */
function target(key: string, at: number, list: HTMLElement | null): number {
  const items = [...(list?.children ?? [])] as HTMLElement[]
  const top = items[0]?.offsetTop
  const columns = Math.max(1, items.filter((item) => item.offsetTop === top).length)
  const last = items.length - 1
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
  if (key === 'Home') return 0
  if (key === 'End') return last
  const next = at + (steps[key] ?? 0)
  return next < 0 || next > last ? at : next
}
