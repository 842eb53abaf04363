import { PartHeading } from '@/components/ui/part-heading'
import type { ReaderWords } from '@/messages/words'
import type { Fact } from '@/newsroom/site'

/** The figures an editor keeps (数说): abreast on a desktop, a ledger on a phone. */
export function FactsStrip({ facts, words }: { facts: Fact[]; words: ReaderWords }) {
  return (
    <section className="facts wenwu" aria-labelledby="front-facts">
      <PartHeading id="front-facts" name={words.facts} />
      <dl className={`facts-${Math.min(facts.length, 6)}`}>
        {facts.map(({ label, value, unit, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="value">
              {value}
              {unit ? <small>{unit}</small> : null}
            </dd>
            {note ? <dd className="note">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  )
}
