import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import type { CategoryName } from '@/newsroom/category'
import { QueueFilter } from './queue-filter'
import { QueueRow, type QueueRowFacts } from './queue-row'
import { QueueSteps } from './queue-steps'
import { OlderNav } from './older-nav'

type Queue = {
  words: DeskWords
  rows: QueueRowFacts[]
  /** How many articles stand in each state; a string such as `1000+` where counting on would cost too much. */
  counts: Record<Status, number | string>
  status: Status | null
  category: string | null
  categories: CategoryName[]
  newerPath: string | null
  olderPath: string | null
}

/** The desk's list of articles: what stands in which state, newest change first. */
export function ArticleQueue({ words, rows, counts, status, category, categories, newerPath, olderPath }: Queue) {
  return (
    <>
      <header className="bar">
        <h1>{words.queue.title}</h1>
        <QueueFilter words={words} status={status} category={category} categories={categories} />
        <a className="btn ink push" href="/admin/articles/new">
          {words.queue.write}
        </a>
      </header>
      <QueueSteps words={words} counts={counts} status={status} category={category} />
      <div className="scroll">
        {rows.length > 0 ? (
          <Rows words={words} rows={rows} />
        ) : (
          <Nothing words={words} filtered={status !== null || category !== null} />
        )}
        <OlderNav words={words} newer={newerPath ? { path: newerPath, rel: 'prev' } : null} olderPath={olderPath} />
      </div>
    </>
  )
}

function Rows({ words, rows }: Pick<Queue, 'words' | 'rows'>) {
  return (
    <table className="queue">
      <caption className="sr">{words.queue.table}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-seal">
            <span className="sr">{words.queue.status}</span>
          </th>
          <th scope="col">{words.queue.headline}</th>
          <th scope="col" className="c-cat">
            {words.queue.category}
          </th>
          <th scope="col" className="c-from">
            {words.queue.byline}
          </th>
          <th scope="col" className="c-due">
            {words.queue.updated}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function Nothing({ words, filtered }: { words: DeskWords; filtered: boolean }) {
  return (
    <div className="nothing">
      <p className="song">{filtered ? words.queue.none : words.queue.empty}</p>
      <p className="q">{filtered ? words.queue.noneHint : words.queue.emptyHint}</p>
      {filtered ? (
        <a className="btn" href="/admin/articles">
          {words.queue.clear}
        </a>
      ) : (
        <a className="btn ink" href="/admin/articles/new">
          {words.queue.write}
        </a>
      )}
    </div>
  )
}
