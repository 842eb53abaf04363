'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { DeskWords } from '@/messages/words'
import { useLetterKeys } from './use-letter-keys'

/**
 * The keys of the page of versions, and what they are called. Each does what a hand could do by a link or a button; the page needs none of them.
 * They go on within the page, so that no key is lost while another one loads.
 */
export function VersionKeys({
  words,
  restore,
}: {
  words: DeskWords
  /** What the button of the page is called that brings a text back; null where there is none. */
  restore: string | null
}) {
  const w = words.versions.keys
  const router = useRouter()
  const shown = useSearchParams().toString()
  /** Where the last key leads, while that is not there yet: the next one goes on from it. */
  const underWay = useRef<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the line that is shown is another after each step
  useEffect(() => {
    underWay.current = null
    document.querySelector('.vers [aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  useLetterKeys({
    j: () => step(1),
    k: () => step(-1),
    b: () => go(linkAt('a[data-key="base"]')),
    v: () => go(linkAt('.compared .seg a:not([aria-current])')),
    n: nextChange,
    '⇧R': () => document.querySelector<HTMLElement>('[data-key="restore"] button')?.click(),
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
      {restore !== null && (
        <span>
          <kbd>⇧R</kbd>
          {restore}
        </span>
      )}
    </aside>
  )

  function go(link: HTMLAnchorElement | null): void {
    if (!link) return
    underWay.current = link.href
    router.push(link.href, { scroll: false })
  }

  /** To the line below or above the one that is shown; a folded line is stood on, for Enter to open. Past the end, to the next page of the list. */
  function step(by: 1 | -1): void {
    const lines = [...document.querySelectorAll<HTMLElement>('.vers a, .vers summary')].filter((line) =>
      line.checkVisibility(),
    )
    const isThere = (line: HTMLElement) =>
      underWay.current === null ? line.ariaCurrent !== null : 'href' in line && line.href === underWay.current
    const focused = focusedOf(lines)
    const at = focused >= 0 ? focused : lines.findIndex(isThere)
    const next = lines[at < 0 ? 0 : at + by]
    next?.focus()
    if (next instanceof HTMLAnchorElement) go(next)
    else if (!next && at >= 0) go(linkAt(by > 0 ? '.older a[rel="next"]' : '.older a[rel="prev"]'))
  }
}

function linkAt(selector: string): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(selector)
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
