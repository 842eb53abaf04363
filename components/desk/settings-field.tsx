/** One setting with its label and hint; `lines` makes it a text of several lines, `choices` one of what they name. */
export function SettingsField({
  name,
  label,
  hint,
  initial,
  lines,
  choices,
  wide,
  required,
}: {
  name: string
  label: string
  hint?: string
  initial: string
  lines?: number
  choices?: Record<string, string>
  wide?: boolean
  required?: boolean
}) {
  const id = `setting-${name}`
  const shared = {
    id,
    name,
    required,
    defaultValue: initial,
    'aria-describedby': hint ? `${id}-hint settings-answer` : 'settings-answer',
  }
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...shared}>
          {Object.entries(choices).map(([value, called]) => (
            <option key={value} value={value}>
              {called}
            </option>
          ))}
        </select>
      ) : lines ? (
        <textarea rows={lines} {...shared} />
      ) : (
        <input type="text" {...shared} />
      )}
      {hint && (
        <span className="qq" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
