import type { CopyFields } from '@/newsroom/copy-fields'

export type Wish = 'autosave' | 'save' | 'publish' | 'spike'

/** One save, by a name of its own: sent twice it is done once. */
export type SaveRequest = {
  key: string
  id: number | null
  /** The version it is based on. */
  version: number
  act: Wish
  /** Two people's changes were put together in it. */
  isMerge: boolean
  copy: CopyFields
  /** What names the copy that is set aside when somebody else was first. */
  asideKey: string
}

/** A request as the action reads it: the copy's fields by their names. */
export function toForm({ copy, ...request }: SaveRequest): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(copy)) {
    if (typeof value === 'string') form.set(field, value)
    else if (value) form.set(field, 'on')
  }
  form.set('id', request.id === null ? '' : String(request.id))
  form.set('version', String(request.version))
  form.set('act', request.act)
  form.set('key', request.key)
  form.set('asideKey', request.asideKey)
  if (request.isMerge) form.set('merge', 'on')
  return form
}
