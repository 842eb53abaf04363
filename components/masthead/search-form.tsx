import type { ReaderWords } from '@/messages/words'

/** Where a reader looks for something: a plain form, which needs no script. */
export function SearchForm({
  typed = '',
  words,
  isLarge = false,
}: {
  typed?: string
  words: ReaderWords
  isLarge?: boolean
}) {
  const id = isLarge ? 'ask' : 'find'
  return (
    <form
      className={id}
      action="/search"
      method="get"
      role="search"
      aria-label={isLarge ? words.search.name : words.search.inMasthead}
      data-suggestions={words.search.suggestions}
      data-security={words.search.kinds.security}
      data-category={words.search.kinds.category}
      data-tag={words.search.kinds.tag}
      data-headline={words.search.kinds.headline}
    >
      <label className="sr-only" htmlFor={id}>
        {words.search.label}
      </label>
      <input
        id={id}
        name="q"
        // A combobox once suggestions come, which a field of type search may not be; changing the type would end what is being composed.
        type="text"
        role="searchbox"
        defaultValue={typed}
        placeholder={words.search.placeholder}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit" className={isLarge ? 'btn' : undefined}>
        {words.search.button}
      </button>
    </form>
  )
}
