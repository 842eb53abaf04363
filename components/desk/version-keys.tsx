'use client'

import { useEffect } from 'react'
import type { DeskWords } from '@/messages/words'
import { useLetterKeys } from './use-letter-keys'

/** The keys of the page of versions, and what they are called. Each presses what a hand could press; the page needs none of them. */
export function VersionKeys({ words, canRestore }: { words: DeskWords; canRestore: boolean }) {
  const w = words.versions.keys
  useEffect(() => {
    document.querySelector('.vers [aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  useLetterKeys({
    j: () => step(1),
    k: () => step(-1),
    b: () => press('a[data-key="base"]'),
    v: () => press('.compared .seg a:not([aria-current])'),
    n: nextChange,
    '⇧R': () => press('[data-key="restore"] button'),
  })
  return (
    <aside className="keys" aria-label={w.label}>
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd>
        {w.move}
      </span>
      <span>
        <kbd>B</kbd>
        {w.base}
      </span>
      <span>
        <kbd>V</kbd>
        {w.view}
      </span>
      <span>
        <kbd>N</kbd>
        {w.next}
      </span>
      {canRestore && (
        <span>
          <kbd>⇧R</kbd>
          {w.restore}
        </span>
      )}
    </aside>
  )
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click()
}

/** To the line below or above the one that is shown; a folded line is stood on, for Enter to open. Past the end, to the next page of the list. */
function step(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.vers a, .vers summary')].filter((line) =>
    line.checkVisibility(),
  )
  const focused = focusedOf(lines)
  const at = focused >= 0 ? focused : lines.findIndex((line) => line.ariaCurrent !== null)
  const next = lines[at < 0 ? 0 : at + by]
  if (next instanceof HTMLAnchorElement) next.click()
  else if (next) next.focus()
  else if (at >= 0) press(by > 0 ? '.older a[rel="next"]' : '.older a[rel="prev"]')
}

/** Puts the focus on the next thing that changed, so that it is seen and read; from the last back to the first. */
function nextChange(): void {
  const all = [...document.querySelectorAll<HTMLElement>('.ed-diff :is(ins, del, .note)')]
  const changes = all.filter((one) => one.checkVisibility() && !isOneWith(one, all))
  const focused = focusedOf(changes)
  const next = changes[(focused + 1) % changes.length]
  if (!next) return
  next.tabIndex = -1
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'center' })
}

function focusedOf(elements: Element[]): number {
  return document.activeElement ? elements.indexOf(document.activeElement) : -1
}

/** What was taken out and what was put in its place are one change. */
function isOneWith(change: HTMLElement, all: HTMLElement[]): boolean {
  const { previousSibling } = change
  return previousSibling instanceof HTMLElement && all.includes(previousSibling)
}
