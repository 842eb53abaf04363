import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'

/** An article's state: its seal and its word. */
export function StatusMark({ status, words }: { status: Status; words: DeskWords }) {
  return (
    <span className="st" data-s={status}>
      {words.statuses[status]}
    </span>
  )
}
