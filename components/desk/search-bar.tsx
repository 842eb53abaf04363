import type { DeskWords } from '@/messages/words'
import { statuses } from '@/newsroom/article'
import type { DeskField } from '@/newsroom/search/fields'
import type { Query } from '@/newsroom/search/read-query'
import { statusNamed } from '@/newsroom/search/status-named'
import { writeQuery } from '@/newsroom/search/write-query'
import { fill } from './fill'
import { StatusMark } from './status-mark'

/** What one looks for at the desk, and the states it can be narrowed to: each is a query that can be typed as well. */
export function SearchBar({ words, typed, query }: { words: DeskWords; typed: string; query: Query<DeskField> }) {
  const { search } = words
  const stated = query.filters.find(({ field }) => field === 'status')
  const others = query.filters.filter(({ field }) => field !== 'status')
  const path = (filters: Query<DeskField>['filters']) =>
    `/admin/search?${new URLSearchParams({ q: writeQuery({ ...query, filters }, search.fields) })}`
  return (
    <>
      <form className="bar seek-all" role="search" aria-label={search.name} action="/admin/search" method="get">
        <h1>{search.name}</h1>
        <label className="sr" htmlFor="desk-q">
          {search.label}
        </label>
        <input id="desk-q" name="q" type="search" defaultValue={typed} maxLength={200} autoComplete="off" />
        <button type="submit" className="btn ink">
          {search.button}
        </button>
      </form>
      <div className="say">
        <nav className="seg" aria-label={search.byStatus}>
          <a href={path(others)} aria-current={stated ? undefined : 'true'}>
            {words.queue.all}
          </a>
          {statuses.map((status) => (
            <a
              key={status}
              href={path([...others, { field: 'status', value: words.statuses[status] }])}
              aria-current={stated && statusNamed(stated.value) === status ? 'true' : undefined}
            >
              <StatusMark status={status} words={words} />
            </a>
          ))}
        </nav>
        <span className="qq">{search.how}</span>
        {query.unread.length > 0 && (
          <span className="refuse" role="status">
            {fill(search.unread, { words: query.unread.join('  ') })}
          </span>
        )}
      </div>
    </>
  )
}
