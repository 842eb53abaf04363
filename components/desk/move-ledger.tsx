import type { DeskWords } from '@/messages/words'
import type { AddressState } from '@/newsroom/address'

/** `since` is a time as shown. */
export type ShownAddress = { path: string; link: string; state: AddressState; since: string }

/** Every address that an article has or had, and what each does for who opens it. */
export function MoveLedger({ words, addresses }: { words: DeskWords; addresses: ShownAddress[] }) {
  const w = words.move
  const does: Record<AddressState, string> = { current: w.current, moved: w.moved, gone: w.gone }
  return (
    <ul className="addresses">
      {addresses.map(({ path, link, state, since }) => (
        <li key={path} data-state={state}>
          <a className="word" href={link} target="_blank" rel="noreferrer">
            {path}
          </a>
          <span className="does">{does[state]}</span>
          <span className="qq">{since}</span>
        </li>
      ))}
    </ul>
  )
}
