import type { DeskWords } from '@/messages/words'

/** Looks for an article to be pinned or joined: a form that leads to this page again, with what was found. */
export function RelatedSearch({ words: { related: w }, typed }: { words: DeskWords; typed: string }) {
  return (
    <form className="related-search" method="get" role="search" aria-label={w.search}>
      <div className="field">
        <label htmlFor="related-q">{w.searchLabel}</label>
        <input
          id="related-q"
          type="search"
          name="q"
          defaultValue={typed}
          maxLength={200}
          aria-describedby="related-q-hint"
        />
      </div>
      <button type="submit" className="btn">
        {w.searchGo}
      </button>
      <span className="qq" id="related-q-hint">
        {w.searchHint}
      </span>
    </form>
  )
}
