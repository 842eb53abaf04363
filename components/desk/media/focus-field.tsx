'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { focusClass } from '@/components/ui/focus-class'
import type { DeskWords } from '@/messages/words'
import { type Focus, fraction } from '@/newsroom/library-picture'
import { fill } from '../fill'
import type { ShownPicture } from './shown-picture'

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The picture with the place that stays in sight where it is cut: pointed at, or moved with the arrow keys. */
export function FocusField({
  picture,
  focus,
  words: { media: w },
  still,
  change,
}: {
  picture: ShownPicture
  focus: Focus
  words: DeskWords
  still: boolean
  change: (focus: Focus) => void
}) {
  const percent = { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) }

  function point({ currentTarget, clientX, clientY }: PointerEvent<HTMLButtonElement>) {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    change({ x: fraction((clientX - left) / width), y: fraction((clientY - top) / height) })
  }

  function press(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    const far = event.shiftKey ? 0.1 : 0.05
    change({ x: fraction(focus.x + step[0] * far), y: fraction(focus.y + step[1] * far) })
  }

  return (
    <>
      <div className="focus">
        <button
          type="button"
          aria-label={fill(w.focus, percent)}
          aria-describedby="focus-hint"
          disabled={still}
          onPointerUp={point}
          onKeyDown={press}
        >
          <img src={picture.address} alt="" width={picture.width} height={picture.height} />
          <svg aria-hidden="true">
            <circle cx={`${percent.x}%`} cy={`${percent.y}%`} r="9" />
            <circle cx={`${percent.x}%`} cy={`${percent.y}%`} r="2" />
          </svg>
        </button>
      </div>
      <p className="qq" id="focus-hint">
        {w.focusHint}
      </p>
      <div className="crops" role="group" aria-label={w.crops}>
        {['4:3', '1:1', '16:9'].map((shape) => (
          <figure key={shape}>
            <img src={picture.thumbnail} alt="" data-shape={shape} className={focusClass(focus)} />
            <figcaption>{shape}</figcaption>
          </figure>
        ))}
      </div>
    </>
  )
}
