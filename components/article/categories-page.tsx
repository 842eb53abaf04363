import { Trail } from '@/components/masthead/trail'
import { categoryPath, type Category } from '@/newsroom/category'
import type { ReaderWords } from '@/messages/words'
import { CategoriesFilter } from './categories-filter'

type Group = { initial: string; categories: Category[] }

/** All categories by their first letter, with letters to jump to once there are more than one can look over. */
export function CategoriesPage({
  groups,
  total,
  typed,
  words,
}: {
  /** What is shown: all, or what was asked for. */
  groups: Group[]
  total: number
  typed: string
  words: ReaderWords
}) {
  const shown = groups.reduce((sum, { categories }) => sum + categories.length, 0)
  const many = shown > 60
  return (
    <main id="main" className="wrap page">
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: words.allCategories }]} />
      <header className="title wenwu">
        <h1>{words.allCategories}</h1>
        <p className="meta" role={typed ? 'status' : undefined}>
          {said()}
        </p>
      </header>
      {total > 0 ? <CategoriesFilter typed={typed} words={words} /> : null}
      {many ? <Letters groups={groups} words={words} /> : null}
      <div className={many ? 'register register-many' : 'register register-few'}>
        {groups.map((group) => (
          <section key={group.initial} aria-labelledby={letterId(group)}>
            <h2 id={letterId(group)}>{group.initial}</h2>
            <ul>
              {group.categories.map(({ slug, name, articleCount }) => (
                <li key={slug} className="cover">
                  <a href={categoryPath(slug)}>{name}</a>
                  <span title={words.articleCount(articleCount)}>{words.count(articleCount)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {typed ? (
        <p className="back">
          <a href="/categories">{words.allCategories}</a>
        </p>
      ) : null}
    </main>
  )

  function said(): string {
    if (total === 0) return words.noCategories
    if (!typed) return words.categoriesCount(total)
    return shown > 0 ? words.categoriesFound(shown, typed) : words.noCategoryFound(typed)
  }
}

function Letters({ groups, words }: { groups: Group[]; words: ReaderWords }) {
  return (
    <nav className="letters" aria-label={words.letters}>
      <ul>
        {groups.map((group) => (
          <li key={group.initial}>
            <a href={`#${letterId(group)}`}>{group.initial}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `letter-a`; a group without a letter gets a name of its own. */
function letterId({ initial }: Group): string {
  return /^[a-z]$/iu.test(initial)
    ? `letter-${initial.toLowerCase()}`
    : `letter-${(initial.codePointAt(0) ?? 0).toString(16)}`
}
