import type { ShownName } from './shown-name'

/** Which list a form is about, and what it was called when it was shown. */
export function SeenName({ list: { noun, id, name } }: { list: ShownName }) {
  return (
    <>
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seenName" value={name} />
    </>
  )
}
