import type { CopyEdit } from './article-text'
import type { CopyFields } from '@/newsroom/copy-fields'

type TextField = { [Field in keyof CopyFields]: string extends CopyFields[Field] ? Field : never }[keyof CopyFields]

/** One property of an article as a row of the rail. `hint` stands in the empty field, `note` always under it. */
export function PropertyText({
  field,
  label,
  hint,
  note,
  kind = 'text',
  copy,
  change,
  still,
  wrong,
}: CopyEdit & {
  field: TextField
  label: string
  hint?: string
  note?: string
  kind?: 'text' | 'url'
}) {
  const id = `copy-${field}`
  const described = [note && `${id}-note`, wrong === field && 'save-line'].filter(Boolean).join(' ')
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          name={field}
          type={kind}
          placeholder={hint}
          readOnly={still}
          autoComplete="off"
          value={copy[field]}
          onChange={(event) => change({ [field]: event.target.value })}
          aria-invalid={wrong === field || undefined}
          aria-describedby={described || undefined}
        />
        {note && (
          <span className="qq" id={`${id}-note`}>
            {note}
          </span>
        )}
      </div>
    </>
  )
}
