import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import type { CategoryName } from '@/newsroom/category'

/** Shows only one category's articles; keeps the state that is chosen. */
export function QueueFilter({
  words,
  status,
  category,
  categories,
}: {
  words: DeskWords
  status: Status | null
  category: string | null
  categories: CategoryName[]
}) {
  return (
    <form className="filters" method="get" action="/admin/articles">
      {status && <input type="hidden" name="status" value={status} />}
      <span className={category ? 'filter on' : 'filter'}>
        <label htmlFor="queue-category">{words.queue.category}</label>
        <select id="queue-category" name="category" defaultValue={category ?? ''}>
          <option value="">{words.queue.allCategories}</option>
          {categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <button type="submit" className="btn bare">
        {words.queue.filter}
      </button>
    </form>
  )
}
