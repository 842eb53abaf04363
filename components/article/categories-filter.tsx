import type { ReaderWords } from '@/messages/words'

/** Narrows the list of categories by a part of their names: a plain form, which needs no script. */
export function CategoriesFilter({ typed, words }: { typed: string; words: ReaderWords }) {
  return (
    <form className="narrow" action="/categories" method="get" role="search" aria-label={words.filterCategories}>
      <label className="sr-only" htmlFor="narrow">
        {words.filterCategories}
      </label>
      <input
        id="narrow"
        name="q"
        type="search"
        defaultValue={typed}
        placeholder={words.filterCategoriesHint}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        enterKeyHint="search"
      />
      <button type="submit" className="btn">
        {words.filter}
      </button>
    </form>
  )
}
