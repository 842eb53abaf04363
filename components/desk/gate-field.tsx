import type { InputHTMLAttributes } from 'react'

/** A labelled field of a short form, with its hint and the sentence that refuses it tied to it. */
export function GateField({
  label,
  hint,
  saidBy,
  ...input
}: { label: string; hint?: string; saidBy?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = `field-${input.name}`
  const described = [hint && `${id}-hint`, saidBy].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={described || undefined} aria-invalid={saidBy ? true : undefined} {...input} />
      {hint && (
        <span className="qq" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
