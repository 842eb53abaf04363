import type { DeskWords } from '@/messages/words'
import { fill } from './fill'

export type VersionView = 'together' | 'beside'
export type VersionOption = { version: number; name: string }

/** Which two versions are compared, and how: a form and two links, which need no script. */
export function VersionChoice({
  words,
  options,
  from,
  to,
  view,
  views,
  counts,
}: {
  words: DeskWords
  options: VersionOption[]
  from: number | null
  /** A version, or the name of copy that was set aside. */
  to: number | string
  view: VersionView
  views: Record<VersionView, string>
  counts: { added: number; removed: number } | null
}) {
  const w = words.versions
  return (
    <>
      <form className="choice-form" method="get">
        <Choice name="from" label={w.from} options={options} chosen={from} />
        <Choice name="to" label={w.to} options={options} chosen={typeof to === 'number' ? to : null} other={to} />
        {view === 'beside' && <input type="hidden" name="view" value={view} />}
        <button type="submit" className="btn">
          {w.show}
        </button>
      </form>
      {counts && (
        <span className="qq counts">
          <ins>{fill(w.added, { count: counts.added })}</ins> <del>{fill(w.removed, { count: counts.removed })}</del>
        </span>
      )}
      <span className="seg push" role="group" aria-label={w.view}>
        {(['together', 'beside'] as const).map((one) => (
          <a key={one} href={views[one]} aria-current={one === view ? 'true' : undefined}>
            {w[one]}
          </a>
        ))}
      </span>
    </>
  )
}

function Choice({
  name,
  label,
  options,
  chosen,
  other,
}: {
  name: string
  label: string
  options: VersionOption[]
  chosen: number | null
  other?: number | string
}) {
  return (
    <span className="filter">
      <label htmlFor={`version-${name}`}>{label}</label>
      <select key={chosen} id={`version-${name}`} name={name} defaultValue={chosen ?? ''}>
        {chosen === null && <option value="">{typeof other === 'string' ? other : '—'}</option>}
        {options.map(({ version, name: shown }) => (
          <option key={version} value={version}>
            {shown}
          </option>
        ))}
      </select>
    </span>
  )
}
