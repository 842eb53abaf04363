import type { DeskWords } from '@/messages/words'
import { wordDifference } from '@/newsroom/word-difference'
import { GrowingText } from './growing-text'
import { MarkedText } from './marked-text'

/** What somebody chose of a place, and of which words. */
export type Choice = { theirs: string; mine: string } & (
  | { take: 'theirs' | 'mine' | 'both' }
  | { take: 'own'; text: string }
)

/** One place that two people changed: what stood there, theirs, mine, and the choice. Nothing is chosen before a person chooses. */
export function ConflictRow({
  name,
  label,
  words,
  base,
  theirs,
  mine,
  isText,
  isBody,
  choice,
  choose,
}: {
  name: string
  label: string
  words: DeskWords
  base: string
  theirs: string
  mine: string
  /** Something may be written in its place. */
  isText: boolean
  isBody: boolean
  choice: Choice | undefined
  choose: (choice: Choice) => void
}) {
  const w = words.stale
  const of = { theirs, mine }
  const takes = isBody
    ? (['theirs', 'mine', 'both', 'own'] as const)
    : isText
      ? (['theirs', 'mine', 'own'] as const)
      : (['theirs', 'mine'] as const)
  const names = { theirs: w.useTheirs, mine: w.useMine, both: w.both, own: w.own }

  const radio = (take: (typeof takes)[number]) => (
    <label className="take" key={take}>
      <input
        type="radio"
        name={`take-${name}`}
        checked={choice?.take === take}
        onChange={() => choose(take === 'own' ? { ...of, take, text: mine } : { ...of, take })}
        aria-label={`${label} ${names[take]}`}
      />
      {names[take]}
    </label>
  )
  const side = (take: 'theirs' | 'mine', text: string) => (
    <div className={choice && choice.take !== take && choice.take !== 'both' ? 'left-out' : 'taken'}>
      {radio(take)}
      <p className="text">
        <MarkedText stretches={wordDifference(base.trim(), text.trim())} words={words} />
      </p>
    </div>
  )
  return (
    <fieldset className="mrow">
      <legend>{label}</legend>
      {side('theirs', theirs)}
      {side('mine', mine)}
      <div className="more">
        <p className="text base">
          <span className="qq">{w.base}</span> {base.trim() || <span className="qq">{w.empty}</span>}
        </p>
        {takes.filter((take) => take === 'both' || take === 'own').map(radio)}
        {choice?.take === 'own' && (
          <GrowingText
            className="text own"
            aria-label={`${label} ${w.own}`}
            value={choice.text}
            onChange={(event) => choose({ ...of, take: 'own', text: event.target.value })}
          />
        )}
      </div>
    </fieldset>
  )
}
