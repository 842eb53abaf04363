/** Ref of a form whose fields stay as typed: React empties a form after its action, refused or not. */
export function keepWords(form: HTMLFormElement | null): (() => void) | undefined {
  if (!form) return undefined
  const keep = (event: Event) => event.preventDefault()
  form.addEventListener('reset', keep)
  return () => form.removeEventListener('reset', keep)
}
