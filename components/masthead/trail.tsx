import type { ReaderWords } from '@/messages/words'

/** Where a page stands, from the front down; the last step is the page itself and leads nowhere. */
export function Trail({ words, steps }: { words: ReaderWords; steps: { name: string; path?: string }[] }) {
  return (
    <nav className="trail" aria-label={words.trail}>
      <ol>
        {steps.map(({ name, path }, at) => (
          <li key={at} aria-current={path ? undefined : 'page'}>
            {path ? <a href={path}>{name}</a> : name}
          </li>
        ))}
      </ol>
    </nav>
  )
}
