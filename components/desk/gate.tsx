import type { ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'

/** The page before the desk: the paper's name on one side, one form on the other. */
export function Gate({ siteName, words, children }: { siteName: string; words: DeskWords; children: ReactNode }) {
  return (
    <div className="desk desk-page gate">
      <header className="side">
        <a className="big" href="/">
          {siteName}
        </a>
        <p className="room">
          {words.product} · {words.room}
        </p>
      </header>
      <main id="main">{children}</main>
    </div>
  )
}
