import type { ReaderWords } from '@/messages/words'

const formats = { atom: 'Atom', rss: 'RSS', json: 'JSON' }

/** The feeds of a list, which stand below `address`, as a link has it. */
export function FeedLinks({ address, name, words }: { address: string; name: string; words: ReaderWords }) {
  return (
    <span role="group" aria-label={words.lists.subscribeTo(name)}>
      {words.subscribe}
      {Object.entries(formats).map(([format, called]) => (
        <a key={format} href={`${address}/feed.${format}`}>
          {called}
        </a>
      ))}
    </span>
  )
}
