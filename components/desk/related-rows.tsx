import type { ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'
import type { Kinship } from '@/newsroom/related/liken'
import { fill } from './fill'

/** An article of a list, with its times as shown. */
export type ShownRelated = {
  id: number
  headline: string
  path: string
  /** The medium, or the category. */
  from: string
  at: string
  kind?: Kinship
  score?: number
  /** Ruled out as the same report only. */
  isDiffering?: boolean
  decided?: { by: string; at: string }
}

/** Articles, each with what may be said of it. */
export function RelatedRows({
  rows,
  none,
  words: { related: w },
  acts = () => null,
}: {
  rows: ShownRelated[]
  none: string
  words: DeskWords
  acts?: (row: ShownRelated) => ReactNode
}) {
  if (rows.length === 0) return <p className="qq">{none}</p>
  return (
    <ul className="related-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <span className="told">
            <a className="word" href={`/admin/articles/${row.id}/related`}>
              {row.headline}
            </a>
            <span className="qq">
              {[
                row.from,
                row.at,
                row.kind && w.kinds[row.kind],
                row.score !== undefined && fill(w.score, { score: row.score }),
                row.isDiffering && w.notTwinHere,
                row.decided && fill(w.decidedBy, row.decided),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span className="acts">{acts(row)}</span>
        </li>
      ))}
    </ul>
  )
}
