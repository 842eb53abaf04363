import type { DeskWords } from '@/messages/words'
import { bodyDifference, textDifference } from './difference'
import type { CopyFields } from '@/newsroom/copy-fields'
import { MarkedBody, MarkedText } from './marked-text'

/** One field that two people changed: theirs, mine, and the choice. */
export function StaleRow({
  field,
  label,
  words,
  theirs,
  mine,
  taken,
  takeTheirs,
  takeMine,
}: {
  field: keyof CopyFields
  label: string
  words: DeskWords
  theirs: string
  mine: string
  taken: boolean
  takeTheirs: () => void
  takeMine: () => void
}) {
  const isBody = field === 'body'
  const whole = isBody ? [] : textDifference(theirs, mine)
  const rows = isBody ? bodyDifference(theirs, mine) : []
  const side = (which: 'theirs' | 'mine', chosen: boolean, words: DeskWords) =>
    isBody ? (
      <div className="text">
        <MarkedBody rows={rows} side={which} chosen={chosen} words={words} />
      </div>
    ) : (
      <p className="text">
        <MarkedText stretches={whole} side={which} chosen={chosen} words={words} />
      </p>
    )
  return (
    <fieldset className="mrow">
      <legend>{label}</legend>
      <div className={taken ? 'taken' : 'left-out'}>
        <label className="take">
          <input
            type="radio"
            name={`take-${field}`}
            checked={taken}
            onChange={takeTheirs}
            aria-label={`${label} ${words.stale.useTheirs}`}
          />
          {words.stale.useTheirs}
        </label>
        {side('theirs', taken, words)}
      </div>
      <div className={taken ? 'left-out' : 'taken'}>
        <label className="take">
          <input
            type="radio"
            name={`take-${field}`}
            checked={!taken}
            onChange={takeMine}
            aria-label={`${label} ${words.stale.useMine}`}
          />
          {words.stale.useMine}
        </label>
        {side('mine', !taken, words)}
      </div>
    </fieldset>
  )
}
