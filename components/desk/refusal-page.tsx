import type { DeskWords } from '@/messages/words'

/** The newsroom says no to a whole page: why, and the way back. A page of its own, without the frame. */
export function RefusalPage({ words, sentence }: { words: DeskWords; sentence: string }) {
  return (
    <div className="desk desk-page refusal">
      <main id="main">
        <p className="q">
          {words.product} · {words.room}
        </p>
        <h1>{words.refusal.title}</h1>
        <p className="refuse">{sentence}</p>
        <a className="btn ink" href="/admin/articles">
          {words.refusal.back}
        </a>
      </main>
    </div>
  )
}
