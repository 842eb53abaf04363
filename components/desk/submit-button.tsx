'use client'

import type { ReactNode } from 'react'
import { useReady } from './use-ready'

/** Sends its form once: pressed again while the answer is under way, it does nothing and keeps the focus. */
export function SubmitButton({
  children,
  pending,
  waiting,
  look = '',
  label,
}: {
  children: ReactNode
  pending: boolean
  waiting?: string
  look?: string
  label?: string
}) {
  const ready = useReady()
  return (
    <button
      type="submit"
      className={`btn ${look}`}
      aria-label={label}
      disabled={!ready}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending && waiting ? waiting : children}
    </button>
  )
}
