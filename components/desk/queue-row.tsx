import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import type { Kind } from '@/newsroom/copy'

/** One article in the queue. `updatedAt` is a time as shown; `ahead` means published, but the desk has newer text. */
export type QueueRowFacts = {
  id: number
  headline: string
  kind: Kind
  status: Status
  categoryName: string
  byline: string | null
  sourceName: string | null
  updatedAt: string
  ahead: boolean
  urgent: boolean
}

export function QueueRow({ row, words }: { row: QueueRowFacts; words: DeskWords }) {
  return (
    <tr>
      <td className="c-seal">
        <span className="seal" data-s={row.status} title={words.statuses[row.status]} />
        <span className="sr">{words.statuses[row.status]}</span>
      </td>
      <td className="c-title">
        <span className="t">
          {row.urgent && <span className="kind urgent">{words.urgent}</span>}
          {row.kind === 'flash' && <span className="kind">{words.kinds.flash}</span>}
          <a href={`/admin/articles/${row.id}`}>{row.headline || words.queue.untitled}</a>
          {row.ahead && <span className="qq">{words.queue.ahead}</span>}
        </span>
      </td>
      <td className="c-cat">{row.categoryName}</td>
      <td className="c-from">{row.byline ?? row.sourceName}</td>
      <td className="c-due">{row.updatedAt}</td>
    </tr>
  )
}
