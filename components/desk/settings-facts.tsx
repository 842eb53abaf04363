import type { DeskWords } from '@/messages/words'
import type { Fact } from '@/newsroom/site'
import { fill } from './fill'

const rows = [0, 1, 2, 3, 4]

/** The five figures that editors keep for the front. */
export function SettingsFacts({ words, initial }: { words: DeskWords; initial: Fact[] }) {
  const w = words.settings
  const columns = [
    { name: 'factLabel', label: w.factLabel, of: 'label' },
    { name: 'factValue', label: w.factValue, of: 'value' },
    { name: 'factUnit', label: w.factUnit, of: 'unit' },
    { name: 'factNote', label: w.factNote, of: 'note' },
  ] as const
  return (
    <div className="facts">
      {columns.map(({ name, label }) => (
        <span key={name} className="label" aria-hidden="true">
          {label}
        </span>
      ))}
      {rows.map((row) =>
        columns.map(({ name, label, of }) => (
          <input
            key={`${name}-${row}`}
            type="text"
            name={name}
            defaultValue={initial[row]?.[of] ?? ''}
            placeholder={label}
            aria-label={`${fill(w.factRow, { row: row + 1 })} ${label}`}
          />
        )),
      )}
    </div>
  )
}
